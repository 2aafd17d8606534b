"""What a check of this computer may say, and which state of things that is; the sentences: `core.messages.doctor`."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class State(StrEnum):
    """What a check found."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"
    SKIPPED = "skipped"


class Diagnosis(StrEnum):
    """Everything that a check may say: the code of its sentence, and the state that goes with it."""

    state: State

    def __new__(cls, code: str, state: State) -> Self:
        diagnosis = str.__new__(cls, code)
        diagnosis._value_ = code
        diagnosis.state = state
        return diagnosis

    PYTHON = "doctor-python", State.OK
    PYTHON_OLD = "doctor-python-old", State.ERROR
    PYTHON_STORE = "doctor-python-store", State.ERROR
    PACKAGES = "doctor-packages", State.OK
    PACKAGES_MISSING = "doctor-packages-missing", State.ERROR
    WRITING = "doctor-writing", State.OK
    WRITING_REFUSED = "doctor-writing-refused", State.ERROR
    NEEDS_WINDOWS = "doctor-needs-windows", State.SKIPPED
    NOT_CHECKED = "doctor-not-checked", State.WARNING
    FOLDER_UNKNOWN = "doctor-folder-unknown", State.ERROR
    EXCEL = "doctor-excel", State.OK
    EXCEL_STORE = "doctor-excel-store", State.ERROR
    EXCEL_MISSING = "doctor-excel-missing", State.ERROR
    EXCEL_NO_COM = "doctor-excel-no-com", State.ERROR
    EXCEL_OLD = "doctor-excel-old", State.ERROR
    DLL = "doctor-dll", State.OK
    DLL_MISSING = "doctor-dll-missing", State.ERROR
    DLL_OTHER = "doctor-dll-other", State.ERROR
    ADDIN = "doctor-addin", State.OK
    ADDIN_MISSING = "doctor-addin-missing", State.ERROR
    ADDIN_BLOCKED = "doctor-addin-blocked", State.ERROR
    ADDIN_SWITCHED_OFF = "doctor-addin-switched-off", State.ERROR
    ADDIN_NOT_TRUSTED = "doctor-addin-not-trusted", State.ERROR
    ADDIN_NO_RECORD = "doctor-addin-no-record", State.WARNING
    VBA = "doctor-vba", State.OK
    VBA_OTHER = "doctor-vba-other", State.ERROR
    VBA_UNREADABLE = "doctor-vba-unreadable", State.ERROR
    CONFIG = "doctor-config", State.OK
    CONFIG_MISSING = "doctor-config-missing", State.ERROR
    INTERPRETER_GONE = "doctor-interpreter-gone", State.ERROR
    INTERPRETER_OTHER = "doctor-interpreter-other", State.WARNING
    HOME_SPELT = "doctor-home-spelt", State.OK
    HOME_NOT_ASCII = "doctor-home-not-ascii", State.WARNING
    ONEDRIVE = "doctor-onedrive", State.WARNING
    NO_ONEDRIVE = "doctor-no-onedrive", State.OK
    DATES = "doctor-dates", State.OK
    DATES_MONTH_FIRST = "doctor-dates-month-first", State.ERROR
    DATES_UNKNOWN = "doctor-dates-unknown", State.WARNING
    FONTS = "doctor-fonts", State.OK
    FONTS_OTHER = "doctor-fonts-other", State.WARNING
    FONTS_NONE = "doctor-fonts-none", State.ERROR
