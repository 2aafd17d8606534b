#!/bin/sh
# LibreOffice, PDF pictures and Bangla fonts for the tests: installed when this may be done, asked for when not.
packages="libreoffice-calc libreoffice-writer libreoffice-script-provider-python python3-uno poppler-utils fonts-beng fonts-noto-core"

complete() {
    command -v soffice >/dev/null && command -v pdftoppm >/dev/null && /usr/bin/python3 -c "import uno" 2>/dev/null &&
        [ -e /usr/lib/libreoffice/program/libswlo.so ] &&
        [ -n "$(fc-list :lang=bn family)" ]
}

complete && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    complete && exit 0
fi
echo "!!! LibreOffice or its fonts are missing: tests that need them are skipped. Install: $packages" >&2
[ "${XL_APA_REQUIRE_OFFICE:-}" != 1 ]
