#!/usr/bin/env bash
# The same work, side by side, with what people would use instead: one run, one
# machine, ratios. Needs cargo, and python3 with its venv module (python3-venv on Debian);
# the contenders come from the ordinary package registries, and one that cannot be had is
# left out with a line. LibreOffice, and what WeasyPrint draws letters with, are installed
# where an administrator runs this on Debian or Ubuntu; otherwise they must be there.
#
#   benches/compare.sh [CERTIFICATES]      (default 1000; the table goes to target/compare/)
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-1000}
work=target/compare
mkdir -p "$work"

left_out() { echo "left out: $1"; }

if [ ! -x "$work/python/bin/pip" ] && ! python3 -m venv "$work/python"; then
  echo "python3 with its venv module is needed (on Debian: python3-venv)" >&2
  exit 2
fi
pip() { "$work/python/bin/pip" install --quiet --disable-pip-version-check "$@"; }
if ! pip pypdf; then
  echo "pypdf, which reads what every contender made, cannot be had from PyPI" >&2
  exit 2
fi

# The release of Typst that vankien is built on: another one would be another contender.
version=$(sed -n 's/^typst = "=\(.*\)"/\1/p' Cargo.toml)
is_that_release() { [ "$("$1" --version 2>/dev/null | cut -d' ' -f2)" = "$version" ]; }
typst=$(command -v typst || true)
if [ -z "$typst" ] || ! is_that_release "$typst"; then
  typst=$work/typst/bin/typst
fi
if ! is_that_release "$typst"; then
  if [ -n "${WITHOUT_TYPST:-}" ]; then
    left_out "typst, as asked for"
    typst=
  else
    echo "typst $version is not on the PATH: building typst-cli, ten minutes (WITHOUT_TYPST=1 leaves it out)"
    cargo install --quiet typst-cli --version "$version" --locked --root "$work/typst" ||
      { left_out "typst $version"; typst=; }
  fi
fi
# The package counts its own patches.
pip "typst==${version%.*}.*" || left_out "typst ${version%.*} from Python"
for packages in "docxtpl python-docx" "weasyprint jinja2"; do
  # Each group by itself: one that is not to be had must not keep the others away.
  # shellcheck disable=SC2086
  pip $packages || left_out "$packages"
done
if ! command -v soffice >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq &&
    apt-get install -y -qq libreoffice-writer-nogui libpango-1.0-0 libpangoft2-1.0-0 >/dev/null; } || true
fi
command -v soffice >/dev/null || left_out "LibreOffice, which is not on this machine"

cargo build --release
# Sources and texts of the certificates, for the contenders that take them.
cargo bench --bench certificates -- --sources "$PWD/$work/certificates" "$count"

VANKIEN=$PWD/target/release/vankien TYPST=$typst \
  exec "$work/python/bin/python" benches/compare.py "$work" "$count"
