Attribute VB_Name = "ApaRibbon"
' What ribbon.xml calls, in the add-in only: a button of the ribbon hands itself over, one on a sheet does not.
Option Explicit

Public Sub ApaRibbonCalculateMarks(control As IRibbonControl)
    ApaCalculateMarks
End Sub

Public Sub ApaRibbonValidate(control As IRibbonControl)
    ApaValidate
End Sub

Public Sub ApaRibbonCarryForward(control As IRibbonControl)
    ApaCarryForward
End Sub

Public Sub ApaRibbonExportPdf(control As IRibbonControl)
    ApaExportPdf
End Sub

Public Sub ApaRibbonMakeSubmission(control As IRibbonControl)
    ApaMakeSubmission
End Sub

Public Sub ApaRibbonImportReport(control As IRibbonControl)
    ApaImportReport
End Sub

Public Sub ApaRibbonConsolidate(control As IRibbonControl)
    ApaConsolidate
End Sub

Public Sub ApaRibbonHelp(control As IRibbonControl)
    ApaHelp
End Sub
