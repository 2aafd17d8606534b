"""Whoever ends the program, by Ctrl-C or otherwise, ends it wherever it is at work."""

from __future__ import annotations

import signal
import sys
from types import FrameType

_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def listen() -> None:
    """Let whoever ends the program in another way than by Ctrl-C, or closes its window, end it as tidily."""
    for number in _ENDS:
        # Whoever starts it with nohup wants it to go on; of Ctrl-C Python has made an interrupt already.
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _interrupt)
    sys.unraisablehook = _interrupt_again


def ignore() -> None:
    """Let the program end in peace: a second Ctrl-C would show its inner workings."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _interrupt_again(lost: sys.UnraisableHookArgs) -> None:
    """Interrupt once more when Python lost an interrupt where it can raise nothing, such as in a `__del__`."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from threading import Timer

    # Not from here: in this function too Python would lose it.
    again = Timer(_AGAIN_SECONDS, _interrupt_main)
    again.daemon = True
    again.start()


_AGAIN_SECONDS = 0.01


def _interrupt_main() -> None:
    import _thread
    from threading import main_thread

    # Whoever starts a program in the background may have it ignore Ctrl-C.
    heard = [number for number in _ENDS if callable(signal.getsignal(number))]
    if not heard:
        return
    main = main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        # Wakes it up as well, where it waits for something.
        signal.pthread_kill(main, heard[0])
    else:
        _thread.interrupt_main(heard[0])
