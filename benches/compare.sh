#!/usr/bin/env bash
# The same work, side by side, with what people would use instead: one run, one
# machine, ratios. Needs cargo and python3; the contenders come from the ordinary
# package registries, and one that cannot be had is left out with a line.
#
#   benches/compare.sh [CERTIFICATES]      (default 1000; the table goes to target/compare/)
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-1000}
work=target/compare
mkdir -p "$work"

cargo build --release
vankien=$PWD/target/release/vankien

# Sources and texts of the certificates, for the contenders that take them.
cargo bench --bench certificates -- --sources "$PWD/$work/certificates" "$count"

typst=$(command -v typst || true)
if [ -z "$typst" ] && [ -z "${WITHOUT_TYPST:-}" ]; then
  version=$(sed -n 's/^typst = "=\(.*\)"/\1/p' Cargo.toml)
  echo "typst is not on the PATH: building typst-cli $version, ten minutes (WITHOUT_TYPST=1 leaves it out)"
  cargo install --quiet typst-cli --version "$version" --locked --root "$work/typst" && typst=$work/typst/bin/typst
fi

# LibreOffice, and what WeasyPrint draws letters with; only an administrator can bring them.
if ! command -v soffice >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq libreoffice-writer-nogui libpango-1.0-0 libpangoft2-1.0-0 >/dev/null ||
    echo "left out: LibreOffice"
fi

[ -x "$work/python/bin/python" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check pypdf
for package in typst "docxtpl python-docx" "weasyprint jinja2"; do
  # Each group by itself: one that is not to be had must not keep the others away.
  # shellcheck disable=SC2086
  "$work/python/bin/pip" install --quiet --disable-pip-version-check $package || echo "left out: $package"
done

VANKIEN=$vankien TYPST=$typst exec "$work/python/bin/python" benches/compare.py "$work" "$count"
