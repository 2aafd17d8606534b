"""Where the program writes, and what tries that place: an output of the table, a test of its own, or why none is needed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Calls of one module that write: `function:call`. `tried` names outputs of `outputs.py` and files of tests.

    `why` says what the calls are, and where nothing is tried, why that is enough.
    """

    module: str
    calls: str
    why: str
    tried: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        return [f"{self.module}:{call}" for call in self.calls.split()]


_GROWING = "writes the temporary file that `replacing` yields"
_IN_MEMORY = "puts a package together in memory"

PLACES = (
    # ---- what everything is written with
    Place(
        "xlsx/files/atomic_file.py",
        "replacing:chmod replacing:unlink require_writable:unlink new_folders:mkdir _prepare:mkdir _prepare:touch "
        "_remove_empty:rmdir _flush:open _move:replace",
        "the one way in which a file takes the place of another",
        ("template output", "calculate file", "tests/xlsx/files/test_atomic_file.py"),
    ),
    Place(
        "xlsx/files/temporary.py",
        "temporary_folder:TemporaryDirectory folder_for_copies:temporary_folder",
        "the one way to a folder that is needed for a moment",
        ("tests/xlsx/files/test_temporary.py",),
    ),
    Place(
        "xlsx/files/leftovers.py",
        "_remove:rmtree _remove:unlink",
        "takes away what ended runs left",
        ("tests/faults/test_killed.py", "tests/xlsx/files/test_leftovers.py"),
    ),
    Place(
        "xlsx/write/portable_workbook.py",
        "_store_workbook:write_bytes _end_lines_alike:open _end_lines_alike:replace",
        f"{_GROWING}, and parts in the temporary folder",
        ("template output", "register new output"),
    ),
    Place(
        "xlsx/write/worksheet.py", "write_rows:TemporaryFile", "rows in a file without a name", ("consolidate output",)
    ),
    Place(
        "xlsx/edit/cell_editor.py",
        "write_cells:ZipFile write_cells:replacing write_cells:write_bytes _copy_parts:open",
        "cells of an office's own workbook",
        ("calculate file", "calculate output"),
    ),
    Place(
        "xlsx/edit/strip_formulas.py",
        "write_values_only:ZipFile write_values_only:replacing write_values_only:write_bytes",
        "the copy that an office hands in",
        ("tests/faults/test_buttons.py", "tests/xlsx/edit/test_strip_formulas.py"),
    ),
    # ---- office workbooks and imports
    Place(
        "sheets/build/workbook.py",
        "build_template:replacing _build:PortableWorkbook",
        "the form",
        ("template output", "template edition", "template register", "import output"),
    ),
    Place("sheets/build/prototype.py", "write:ZipFile", _GROWING, ("template register", "demo folder")),
    Place(
        "importer/sources/mail.py",
        "read_archive:folder_for_copies _under_its_ending:copyfile _of_members:write_bytes _of_members:unlink",
        "copies of what is in a mail",
        ("tests/faults/test_temporary_copies.py",),
    ),
    Place(
        "importer/sources/office.py",
        "read_office:folder_for_copies _converted:mkdir _converted:write_text _converted:copyfile",
        "what LibreOffice converts",
        ("tests/faults/test_temporary_copies.py",),
    ),
    Place("importer/sources/pdf/read.py", "read_pdf:open", "opens a PDF to read it"),
    # ---- the ministry
    Place(
        "ministry/import_folder.py",
        "_drafts_folder:new_folders _drafts_folder:TemporaryDirectory _import:TemporaryDirectory _import:write_bytes "
        "_place:move_into_place",
        "imported workbooks, which are moved into their folder when they are whole",
        ("import files",),
    ),
    Place(
        "ministry/collect/cache.py",
        "open_cache:user_cache_path open_cache:unlink _connect:mkdir _connect:connect",
        "what was read before",
        ("tests/faults/test_cache.py", "tests/ministry/collect/test_cache.py"),
    ),
    Place(
        "ministry/collect/read_office.py",
        "read_member:folder_for_copies read_member:write_bytes",
        "copies of what is in an archive",
        ("tests/faults/test_temporary_copies.py",),
    ),
    Place(
        "ministry/collect/read_offices.py",
        "_scratch:temporary_folder",
        "the folder of these copies",
        ("tests/faults/test_temporary_copies.py",),
    ),
    Place("ministry/export/files.py", "write_csv:replacing write_csv:open", "data", ("consolidate csv",)),
    Place("ministry/export/files.py", "write_parquet:replacing write_parquet:to_parquet", "", ("consolidate parquet",)),
    Place(
        "ministry/register/write.py",
        "write_register:replacing write_register:PortableWorkbook",
        "the register",
        ("register new output", "demo folder"),
    ),
    Place(
        "ministry/report/workbook.py",
        "write_summary:replacing _writing:temporary_folder _writing:open _writing:PortableWorkbook",
        "the summary",
        ("consolidate output", "demo folder", "tests/ministry/report/test_workbook_full_disk.py"),
    ),
    Place(
        "ministry/review/decision_workbook.py",
        "_build:replacing _build:PortableWorkbook",
        "the decisions",
        ("consolidate decisions",),
    ),
    Place(
        "ministry/review/feedback.py",
        "write_feedback:replacing write_feedback:unlink require_feedback_folder:require_writable",
        "the letters; one that is out of date goes when the new ones are there",
        ("consolidate feedback",),
    ),
    Place(
        "ministry/review/letter_workbook.py",
        "write_letter_workbook:PortableWorkbook",
        _GROWING,
        ("consolidate feedback",),
    ),
    Place("ministry/review/own_files.py", "_start:open", "opens a part of a package to read it"),
    Place("ministry/summarise.py", "summarise:require_writable of:require_writable", "tries", ("consolidate output",)),
    Place("cli/commands/consolidate.py", "consolidate:require_writable", "tries", ("consolidate csv",)),
    Place("demo.py", "_build_ministry:replacing _build_ministry:write_bytes", "half a file", ("demo folder",)),
    # ---- inside Excel
    Place(
        "excel/actions/pdf.py",
        "save_pdf:replacing save_pdf:to_pdf",
        "the form as a PDF",
        ("tests/excel/actions/test_pdf.py",),
    ),
    Place(
        "excel/saved_copy.py",
        "saved_copy:temporary_folder saved_copy:save _copier:SaveCopyAs",
        "the copy that Excel saves for a button",
        ("tests/excel/test_saved_copy.py",),
    ),
    Place("excel/dialogs.py", "open_workbook:open", "opens in Excel what was written"),
    # ---- on a PC
    Place(
        "addin/build.py",
        "build_addin:replacing _write_book:PortableWorkbook _make_addin:ZipFile _make_addin:write_bytes",
        "the add-in",
        ("addin build output", "addin install"),
    ),
    Place("addin/vba_project.py", "vba_project:temporary_folder vba_project:save", "macros", ("addin build output",)),
    Place("addin/vba_project.py", "_write_blank_book:PortableWorkbook", "in that folder", ("addin build output",)),
    Place("addin/ribbon.py", "main:write_text", "run by those who change the program, in its own source"),
    Place("setup/bundle.py", "build_bundle:new_folders build_bundle:rmdir", "the folder", ("addin bundle output",)),
    Place(
        "setup/bundle.py",
        "build_bundle:replace build_bundle:rmtree _fill:mkdir _fill:write_bytes",
        "a folder that grows under another name, and takes its own when it is whole",
        ("addin bundle output",),
    ),
    Place(
        "setup/install.py",
        "install:temporary_folder _all_or_nothing:unlink _all_or_nothing:rmdir _replace:replacing _replace:write_bytes "
        "_put:replacing _put:copyfile",
        "add-in, settings and record",
        ("addin install", "tests/setup/test_install.py", "tests/faults/test_settings.py"),
    ),
    Place("setup/install.py", "remove:rmdir _unlink:unlink", "takes them away", ("tests/setup/test_install.py",)),
    Place(
        "setup/start_menu.py",
        "make_entry:mkdir make_entry:make_shortcut",
        "an entry that Windows writes, without which the rest works",
        ("addin install", "tests/setup/test_start_menu.py"),
    ),
    Place(
        "setup/own_wheel.py",
        "_build:temporary_folder _build:mkdir _build:copytree _build:copy _write_wheel:ZipFile",
        "in a temporary folder, and in that of a bundle that is not whole yet",
        ("addin bundle output", "tests/setup/test_own_wheel.py"),
    ),
    Place(
        "setup/resolver.py", "download:temporary_folder download:write_text", "a list for pip", ("addin bundle output",)
    ),
    Place(
        "setup/doctor.py",
        "_takes_a_file:touch _takes_a_file:unlink",
        "tries whether a folder takes a file",
        ("tests/setup/test_doctor.py",),
    ),
    Place("cli/commands/doctor.py", "doctor:replacing doctor:write_bytes", "the page", ("doctor page",)),
    Place("cli/commands/doctor.py", "doctor:open", "shows the page"),
    Place(
        "cli/commands/plan.py",
        "plan_from_report:replacing plan_from_report:write_text",
        "",
        ("plan from-report output",),
    ),
    # ---- what nobody asked for
    Place(
        "fault_log.py",
        "write_fault_log:replacing write_fault_log:write_bytes _documents:user_documents_path",
        "what went wrong",
        ("tests/test_fault_log.py",),
    ),
    Place(
        "cli/streams.py",
        "open_standard_streams:open _lead_nowhere:open _lead_nowhere:dup2",
        "the device into which all goes that nobody reads",
        ("tests/cli/test_streams.py",),
    ),
    Place(
        "processes/process_pool.py", "_silence:open _silence:dup2", "the same", ("tests/processes/test_isolated.py",)
    ),
)
