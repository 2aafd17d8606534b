"""The words of a form, however a scan or an office spells them: headings, periods, units, torn figures."""
