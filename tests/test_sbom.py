"""The list of what an installation consists of: every package with the digest of the archive it came from."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "docs" / "sbom.py"


def test_a_digest_is_put_beside_its_package_however_the_name_is_written() -> None:
    spec = importlib.util.spec_from_file_location("sbom", SCRIPT)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    components = {
        "components": [
            {"name": "XlsxWriter", "version": "3.3", "licenses": [{"license": {"id": "BSD-2-Clause"}}]},
            {"name": "et_xmlfile", "version": "2.0"},
            {"name": "xl_apa", "version": "0.1.0", "externalReferences": [{"url": "file:///home/somebody"}]},
        ]
    }
    installed = {
        "install": [
            {
                "metadata": {"name": "xlsxwriter", "version": "3.3"},
                "download_info": {"archive_info": {"hashes": {"sha256": "aa"}}},
            },
            {
                "metadata": {"name": "et-xmlfile", "version": "2.1"},
                "download_info": {"archive_info": {"hashes": {"sha256": "bb"}}},
            },
            {"metadata": {"name": "xl-apa", "version": "0.1.0"}, "download_info": {"dir_info": {}}},
        ]
    }
    first, second, third = script.merged(components, installed)["components"]
    assert first["hashes"] == [{"alg": "SHA-256", "content": "aa"}]
    assert first["licenses"][0]["license"]["id"] == "BSD-2-Clause"
    assert "hashes" not in second  # of another version
    assert "hashes" not in third  # our own, from this folder
    assert third["externalReferences"] == []
