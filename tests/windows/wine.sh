#!/bin/sh
# Wine and a compiler for Windows, for `make windows-test`: installed when this may be done, asked for when not.
packages="wine wine64 gcc-mingw-w64-x86-64 xvfb"

complete() {
    { [ -x /usr/lib/wine/wine64 ] || command -v wine64 >/dev/null; } && command -v x86_64-w64-mingw32-gcc >/dev/null &&
        command -v Xvfb >/dev/null
}

complete && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    complete && exit 0
fi
echo "!!! Wine is missing: nothing was tried on Windows' own Python. Install: $packages; then make windows-test" >&2
exit 1
