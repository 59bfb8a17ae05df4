"""Runs the contenders that compare.sh has fetched and writes a Markdown table.

In: a work folder with `certificates/` (a workspace, and for each certificate its
Typst source and the texts on its page). Out: `compare.md` there and on the screen.
Every contender's files are read back: the letters on each page must be those of
the certificate, or the contender counts as failed.
"""

import importlib.util
import json
import multiprocessing
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = Path(sys.argv[1]).resolve()
COUNT = int(sys.argv[2])
VANKIEN = os.environ["VANKIEN"]
TYPST = os.environ.get("TYPST") or None
CERTIFICATES = WORK / "certificates"
# What earlier runs made.
ASIDE = WORK / "aside"
# Slow contenders make fewer; the table gives rates.
FEW = 40
RUNS = 5


def have(*modules):
    return all(importlib.util.find_spec(module) for module in modules)


def versions():
    """What it is measured against."""
    names = ["typst", "weasyprint", "docxtpl"]
    found = [f"{name} {metadata.version(name)} from PyPI" for name in names if have(name)]
    commands = [[TYPST, "--version"], [shutil.which("soffice"), "--version"]]
    said = [subprocess.run(own, capture_output=True, text=True).stdout.split() for own in commands if own[0]]
    return ", ".join([*(" ".join(words[:2]) for words in said), *found])


def letters(text):
    return Counter(c for c in text if not c.isspace())


def said_by(pdf):
    from pypdf import PdfReader

    return letters("".join(page.extract_text() for page in PdfReader(pdf).pages))


def check(pages):
    """Pairs of a PDF and the certificate it should be; a sample of thirty."""
    step = max(1, len(pages) // 30)
    for pdf, stem in pages[::step]:
        wanted = letters("".join(text["text"] for text in texts(stem)))
        found = said_by(pdf)
        if found != wanted:
            return f"{pdf}: lacks {wanted - found}, has {found - wanted}"
    return None


def stems():
    return sorted(path.stem for path in (CERTIFICATES / "sources").glob("*.typ"))


def texts(stem):
    return json.loads((CERTIFICATES / "sources" / f"{stem}.json").read_text(encoding="utf-8"))


def timed(command, **options):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def median(command, runs=RUNS, before=None, **options):
    times = []
    for _ in range(runs):
        if before:
            before()
        times.append(timed(command, **options))
    return statistics.median(times)


def fresh(name):
    """An empty folder. What was there is moved aside until all is measured: a file
    system that has just deleted thousands of files is slow to make new ones."""
    folder = WORK / name
    if folder.exists():
        ASIDE.mkdir(exist_ok=True)
        folder.rename(ASIDE / f"{name}-{time.time_ns()}")
    folder.mkdir(parents=True)
    return folder


def typst_command(source, pdf):
    return [
        TYPST, "compile", "--root", str(WORK / "root"), "--font-path", str(ROOT / "fonts"),
        "--ignore-system-fonts", "--pdf-standard", "a-2a", str(source), str(pdf),
    ]


def root_for_typst():
    """Typst's own root: the project's templates, and sources beside them."""
    root = fresh("root")
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(CERTIFICATES / "sources", root / "sources")
    return root


# Contenders: each returns how many files it made, in how many seconds, and pairs
# of a file and the certificate it should be.


def vankien(cores=None):
    """A whole batch; what it tells of itself, the seconds of the process, the pairs."""
    out = fresh("vankien")
    command = [VANKIEN, "build", "--root", str(CERTIFICATES), "--out", str(out), "--json", "--format", "pdf"]
    if cores:
        command = ["taskset", "-c", cores, *command]
    start = time.perf_counter()
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    seconds = time.perf_counter() - start
    numbers = {int(path.name.split("-")[0]): path for path in out.rglob("[0-9]*-*.pdf")}
    pairs = [(numbers[int(stem)], stem) for stem in stems()]
    return json.loads(told)["batches"], seconds, pairs


def by_vankien(cores=None):
    """The certificates, each a file; what goes with them left out, as the others have none of it."""
    batches, whole, pairs = vankien(cores)
    files = sum(batch["certificate_milliseconds"] for batch in batches) / 1000
    # From the start of the process: reading and checking count too.
    seconds = whole - sum(batch["milliseconds"] for batch in batches) / 1000 + files
    return sum(batch["made"] for batch in batches), seconds, pairs


def by_vankien_all():
    batches, whole, pairs = vankien()
    return sum(batch["made"] for batch in batches), whole, pairs


def by_typst_command():
    out, todo = fresh("typst-cli"), stems()[: FEW * 4]
    start = time.perf_counter()
    running = []
    for stem in todo:
        running.append(subprocess.Popen(typst_command(WORK / "root" / "sources" / f"{stem}.typ", out / f"{stem}.pdf")))
        if len(running) == 2:
            running.pop(0).wait()
    for process in running:
        process.wait()
    return len(todo), time.perf_counter() - start, [(out / f"{stem}.pdf", stem) for stem in todo]


def typst_worker(job):
    import typst

    todo, out = job
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(ROOT / "fonts")])
    root = WORK / "root"
    compiler = typst.Compiler(root=str(root), font_paths=fonts)
    for stem in todo:
        compiler.compile(
            input=str(root / "sources" / f"{stem}.typ"), output=str(out / f"{stem}.pdf"), pdf_standards="a-2a"
        )


def by_typst_python(processes):
    out, todo = fresh(f"typst-python-{processes}"), stems()
    jobs = [(todo[at::processes], out) for at in range(processes)]
    start = time.perf_counter()
    if processes == 1:
        typst_worker(jobs[0])
    else:
        with multiprocessing.get_context("spawn").Pool(processes) as pool:
            pool.map(typst_worker, jobs, chunksize=1)
    return len(todo), time.perf_counter() - start, [(out / f"{stem}.pdf", stem) for stem in todo]


def by_weasyprint():
    from jinja2 import Template
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    out, todo = fresh("weasyprint"), stems()[:FEW]
    page = Template("""<!doctype html><html lang="vi"><meta charset="utf-8"><style>
@font-face { font-family: S; src: url(file://{{ fonts }}/VankienSerif-Regular.ttf) }
@font-face { font-family: S; font-weight: bold; src: url(file://{{ fonts }}/VankienSerif-Bold.ttf) }
@font-face { font-family: S; font-style: italic; src: url(file://{{ fonts }}/VankienSerif-Italic.ttf) }
@page { size: 297mm 210mm; margin: 0 }
p { position: absolute; margin: 0; white-space: pre; font-family: S; line-height: 1 }
</style>{% for t in texts %}<p style="left:{{ t.x }}mm;top:{{ t.baseline - t.size * 0.32 }}mm;font-size:{{ t.size }}pt;\
{% if t.bold %}font-weight:bold;{% endif %}{% if t.italic %}font-style:italic{% endif %}">{{ t.text|e }}</p>{% endfor %}</html>""")
    fonts = FontConfiguration()
    start = time.perf_counter()
    for stem in todo:
        html = page.render(texts=texts(stem), fonts=ROOT / "fonts")
        HTML(string=html).write_pdf(out / f"{stem}.pdf", font_config=fonts)
    return len(todo), time.perf_counter() - start, [(out / f"{stem}.pdf", stem) for stem in todo]


def by_libreoffice():
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt
    from docxtpl import DocxTemplate

    out, todo = fresh("docx"), stems()[:FEW]
    form = Document()
    section = form.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    paragraph = form.add_paragraph("{%p for t in texts %}")
    paragraph = form.add_paragraph("{{ t.text }}")
    paragraph.runs[0].font.size = Pt(14)
    form.add_paragraph("{%p endfor %}")
    form.save(out / "form.docx")
    start = time.perf_counter()
    for stem in todo:
        filled = DocxTemplate(out / "form.docx")
        filled.render({"texts": texts(stem)}, autoescape=True)
        filled.save(out / f"{stem}.docx")
    files = [str(out / f"{stem}.docx") for stem in todo]
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(out), *files],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    return len(todo), time.perf_counter() - start, [(out / f"{stem}.pdf", stem) for stem in todo]


def certificates():
    contenders = [
        ("vankien, each a file", True, by_vankien),
        ("vankien, with volumes for the printer, proof sheets, registers", True, by_vankien_all),
        ("`typst compile` in a loop, two at a time", TYPST, by_typst_command),
        ("typst from Python, shared fonts, 1 process", have("typst"), lambda: by_typst_python(1)),
        ("typst from Python, shared fonts, 2 processes", have("typst"), lambda: by_typst_python(2)),
        ("WeasyPrint + Jinja", have("weasyprint", "jinja2"), by_weasyprint),
        ("docxtpl + LibreOffice", have("docxtpl", "docx") and shutil.which("soffice"), by_libreoffice),
    ]
    yield f"### {COUNT} certificates, PDF/A-2a where the contender can\n"
    yield "| contender | made | per second | vankien is | text |"
    yield "| --- | ---: | ---: | ---: | --- |"
    own = None
    for name, there, make in contenders:
        if not there:
            yield f"| {name} | – | – | – | not on this machine |"
            continue
        try:
            # The middle one of three.
            made, seconds, pairs = sorted((make() for _ in range(3)), key=lambda run: run[0] / run[1])[1]
        except Exception as error:  # a library that is only half there must not end the comparison
            yield f"| {name} | – | – | – | {type(error).__name__}: {str(error).splitlines()[0][:80]} |"
            continue
        wrong = check(pairs)
        rate = made / seconds
        own = own or rate
        yield f"| {name} | {made} | {rate:.0f} | {own / rate:.1f} × | {wrong or 'the same'} |"
    if shutil.which("taskset") and os.cpu_count() > 1:
        made, seconds, _ = sorted((by_vankien("0") for _ in range(3)), key=lambda run: run[1])[1]
        yield f"\nOn one core instead of {os.cpu_count()}: {made / seconds:.0f} per second; all are {own * seconds / made:.2f} times one."
        yield f"Two runs that know nothing of each other, each on a core of its own: {side_by_side():.2f} times one."


def side_by_side():
    """What two cores of this machine give to work that shares nothing but its memory and disk."""

    def seconds(cores):
        outs = [fresh(f"beside-{core}") for core in cores]
        command = [VANKIEN, "build", "--root", str(CERTIFICATES), "--quiet", "--format", "pdf"]
        start = time.perf_counter()
        runs = [
            subprocess.Popen(["taskset", "-c", core, *command, "--out", str(out)]) for core, out in zip(cores, outs)
        ]
        for run in runs:
            run.wait()
        return time.perf_counter() - start

    middle = lambda cores: sorted(seconds(cores) for _ in range(3))[1]
    return 2 * middle("0") / middle("01")


PLAN = "ke-hoach/27-kh-duk-2020"
REPORT = "bao-cao/tong-ket-2015-2020"
# What the report counts and the plan it speaks of.
COUNTED = ["don-vi", "mo-hinh", "ket-qua", "chi-tieu", "khen-thuong", "ke-hoach/tra-giang-dan-van-2020.yml"]


def build(root, *more):
    return [VANKIEN, "build", "--root", str(root), "--quiet", *more]


def office_of(name, documents):
    """A workspace with these files and folders of the example's data."""
    office = fresh(name)
    for document in documents:
        source, target = ROOT / "data" / document, office / "data" / document
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    return office


def against_typst(office, name, runs):
    """The rows of one document, made whole, and of `typst compile` of the source it generates."""
    from pypdf import PdfReader

    own = median(build(office, "--force", f"{office}/data/{name}.yml"), runs=runs)
    made = office / f"output/{name}.pdf"
    yield f"\n### {name}, {len(PdfReader(made).pages)} pages, whole process\n"
    yield "| contender | ms | vankien is |"
    yield "| --- | ---: | ---: |"
    yield f"| vankien (reads, checks, typesets, proofreads, writes PDF and Typst) | {own * 1000:.0f} | 1.0 × |"
    if not TYPST:
        yield "| `typst compile` of the source it generates | – | not on this machine |"
        return
    # Typst finds templates and fonts below its root; vankien has them built in.
    root = fresh(f"{office.name}-typst")
    for folder in ("templates", "fonts"):
        shutil.copytree(ROOT / folder, root / folder)
    source, pdf = root / f"output/{name}.typ", root / "typst.pdf"
    source.parent.mkdir(parents=True)
    shutil.copy(office / f"output/{name}.typ", source)
    command = [
        TYPST, "compile", "--root", str(root), "--font-path", str(root / "fonts"),
        "--ignore-system-fonts", "--pdf-standard", "a-2a", str(source), str(pdf),
    ]
    other = median(command, runs=runs)
    same = "same text" if said_by(pdf) == said_by(made) else "OTHER TEXT"
    yield f"| `typst compile` of the source it generates ({same}) | {other * 1000:.0f} | {other / own:.2f} × |"


def documents():
    """One plan by itself and in an office that has other papers; one long report; everything."""
    yield from against_typst(office_of("alone", [f"{PLAN}.yml"]), PLAN, runs=21)
    yield from against_typst(office_of("report", [f"{REPORT}.yml", *COUNTED]), REPORT, runs=11)
    office = fresh("office")
    shutil.copytree(ROOT / "data", office / "data")
    with_others = median(build(office, "--force", f"{office}/data/{PLAN}.yml"), runs=9)
    full = median(build(office, "--force"), runs=5)
    subprocess.run(build(office), check=True)
    nothing = median(build(office), runs=25)
    yield "\n### The example workspace\n"
    yield f"- the plan, held against its other papers and records: {with_others * 1000:.0f} ms"
    yield f"- everything made: {full * 1000:.0f} ms"
    yield f"- nothing changed: {nothing * 1000:.1f} ms, {full / nothing:.0f} times faster"


def main():
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, {time.strftime('%Y-%m-%d')}"
    lines = [f"Measured by `benches/compare.sh {COUNT}`: {machine}; {versions()}.\n"]
    print(lines[0], flush=True)
    shutil.rmtree(ASIDE, ignore_errors=True)
    root_for_typst()
    for part in (certificates, documents):
        for line in part():
            print(line, flush=True)
            lines.append(line)
    shutil.rmtree(ASIDE, ignore_errors=True)
    (WORK / "compare.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
