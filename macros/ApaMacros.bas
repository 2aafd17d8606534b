Attribute VB_Name = "ApaMacros"
' What stands behind the buttons: each calls one Python function, which works on the active workbook.
Option Explicit

Public Sub ApaCalculateMarks()
    RunApa "calculate_marks"
End Sub

Public Sub ApaValidate()
    RunApa "validate"
End Sub

Public Sub ApaCarryForward()
    RunApa "carry_forward"
End Sub

Public Sub ApaExportPdf()
    RunApa "export_pdf"
End Sub

Public Sub ApaMakeSubmission()
    RunApa "make_submission"
End Sub

Public Sub ApaImportReport()
    RunApa "import_report"
End Sub

Public Sub ApaConsolidate()
    RunApa "consolidate"
End Sub

Public Sub ApaHelp()
    Tell ApaHelpText(), ApaHelpPlain(), "", vbInformation
End Sub

Public Sub ApaStart()
    ' When the workbook opens. What fails here fails quietly: an officer who only reads needs none of it.
    ApaDescribeFunctions
    On Error Resume Next
    ' Whether Python answers on this PC is asked anew; a workbook may come from another one.
    ThisWorkbook.Worksheets("xl_apa").Range("C5").Dirty
End Sub

Private Sub RunApa(ByVal FunctionName As String)
    Dim Updating As Boolean, Events As Boolean, Pointer As Long, Bar As Variant, Reason As String
    Updating = Application.ScreenUpdating
    Events = Application.EnableEvents
    Pointer = Application.Cursor
    Bar = Application.StatusBar
    On Error GoTo Failed
    Application.StatusBar = ApaRunningText()
    Application.Cursor = xlWait
    ' -1: Python could not be started or stopped with an error, and xlwings has shown what it said.
    If RunPython("import xl_apa.excel.buttons as b; b." & FunctionName & "()") = -1 Then Reason = "Python"
Restore:
    On Error Resume Next
    Application.ScreenUpdating = Updating
    Application.EnableEvents = Events
    Application.Cursor = Pointer
    Application.StatusBar = Bar
    On Error GoTo 0
    If Reason <> "" Then Tell ApaFailedText(), ApaFailedPlain(), Reason, vbCritical
    Exit Sub
Failed:
    Reason = Err.Description & " (" & Err.Number & ")"
    Resume Restore
End Sub

Private Sub Tell(ByVal Text As String, ByVal Plain As String, ByVal Reason As String, ByVal Icon As Long)
    ' MsgBox shows the letters of the PC's code page only, and no code page has Bangla; a popup of Windows shows all.
    On Error GoTo NoPopup
    WScript.Popup Text & vbCrLf & vbCrLf & Reason, 0, ApaTitleText(), Icon + vbSystemModal
    Exit Sub
NoPopup:
    MsgBox Plain & vbCrLf & vbCrLf & Reason, Icon, ApaTitlePlain()
End Sub
