Attribute VB_Name = "ApaFunctions"
' Written by python -m xl_apa.addin.vba_codegen; a change here is lost when it is written again.
Option Explicit

#Const App = "Microsoft Excel" 'Adjust when using outside of Excel

Function apa_attainable(unit, weight, achieved, targets, as_of, Optional tiers, Optional earlier, Optional method)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_attainable = XLPy.CallUDF("xl_apa.excel.udfs", "apa_attainable", Array(unit, weight, achieved, targets, as_of, tiers, earlier, method), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_attainable = XLPy.CallUDF("xl_apa.excel.udfs", "apa_attainable", Array(unit, weight, achieved, targets, as_of, tiers, earlier, method))
        Exit Function
    #End If
failed:
    apa_attainable = Err.Description
End Function

Function apa_bangla(value)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_bangla = XLPy.CallUDF("xl_apa.excel.udfs", "apa_bangla", Array(value), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_bangla = XLPy.CallUDF("xl_apa.excel.udfs", "apa_bangla", Array(value))
        Exit Function
    #End If
failed:
    apa_bangla = Err.Description
End Function

Function apa_check(unit, weight, achieved, targets, fiscal_year, quarter, Optional tiers, Optional earlier, Optional method)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_check = XLPy.CallUDF("xl_apa.excel.udfs", "apa_check", Array(unit, weight, achieved, targets, fiscal_year, quarter, tiers, earlier, method), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_check = XLPy.CallUDF("xl_apa.excel.udfs", "apa_check", Array(unit, weight, achieved, targets, fiscal_year, quarter, tiers, earlier, method))
        Exit Function
    #End If
failed:
    apa_check = Err.Description
End Function

Function apa_date(text)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_date = XLPy.CallUDF("xl_apa.excel.udfs", "apa_date", Array(text), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_date = XLPy.CallUDF("xl_apa.excel.udfs", "apa_date", Array(text))
        Exit Function
    #End If
failed:
    apa_date = Err.Description
End Function

Function apa_explain(unit, weight, achieved, targets, Optional rule, Optional tiers, Optional earlier, Optional method)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_explain = XLPy.CallUDF("xl_apa.excel.udfs", "apa_explain", Array(unit, weight, achieved, targets, rule, tiers, earlier, method), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_explain = XLPy.CallUDF("xl_apa.excel.udfs", "apa_explain", Array(unit, weight, achieved, targets, rule, tiers, earlier, method))
        Exit Function
    #End If
failed:
    apa_explain = Err.Description
End Function

Function apa_marks(unit, weight, achieved, targets, Optional rule, Optional tiers, Optional earlier, Optional method)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_marks = XLPy.CallUDF("xl_apa.excel.udfs", "apa_marks", Array(unit, weight, achieved, targets, rule, tiers, earlier, method), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_marks = XLPy.CallUDF("xl_apa.excel.udfs", "apa_marks", Array(unit, weight, achieved, targets, rule, tiers, earlier, method))
        Exit Function
    #End If
failed:
    apa_marks = Err.Description
End Function

Function apa_number(text)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_number = XLPy.CallUDF("xl_apa.excel.udfs", "apa_number", Array(text), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_number = XLPy.CallUDF("xl_apa.excel.udfs", "apa_number", Array(text))
        Exit Function
    #End If
failed:
    apa_number = Err.Description
End Function

Function apa_table(rows, fiscal_year, quarter, Optional rule, Optional tiers, Optional earlier_rows, Optional methods)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_table = XLPy.CallUDF("xl_apa.excel.udfs", "apa_table", Array(rows, fiscal_year, quarter, rule, tiers, earlier_rows, methods), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_table = XLPy.CallUDF("xl_apa.excel.udfs", "apa_table", Array(rows, fiscal_year, quarter, rule, tiers, earlier_rows, methods))
        Exit Function
    #End If
failed:
    apa_table = Err.Description
End Function

Function apa_tier(unit, achieved, targets, Optional rule, Optional tiers, Optional earlier, Optional method)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        apa_tier = XLPy.CallUDF("xl_apa.excel.udfs", "apa_tier", Array(unit, achieved, targets, rule, tiers, earlier, method), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        apa_tier = XLPy.CallUDF("xl_apa.excel.udfs", "apa_tier", Array(unit, achieved, targets, rule, tiers, earlier, method))
        Exit Function
    #End If
failed:
    apa_tier = Err.Description
End Function

Public Sub ApaDescribeFunctions()
    ' Excel refuses while only an add-in is open; a function without description still works.
    On Error Resume Next
    Describe "apa_attainable", _
        "Marks that one indicator can still earn on a day. A number or percent keeps its full weight in view all year.", Array( _
        "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.", _
        "Column 7, the weight of the indicator.", _
        "Column 13, the achievement as it was typed.", _
        "Columns 8 to 12, the targets, best first. A tier without target is blank or -.", _
        "The day for which to say what can still be earned.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before this one, the first quarter first. Left out: none.", _
        "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.")
    Describe "apa_bangla", _
        "A number or date with Bengali digits, the month in words; of a text, its digits become Bengali.", Array( _
        "A cell, or a range of cells, with a number, a date or text.")
    Describe "apa_check", _
        "What is wrong with one indicator, in Bangla. Blank when it is fine.", Array( _
        "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.", _
        "Column 7, the weight of the indicator.", _
        "Column 13, the achievement as it was typed.", _
        "Columns 8 to 12, the targets, best first. A tier without target is blank or -.", _
        "The fiscal year, like 2023-24.", _
        "The quarter, 1 to 4.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before this one, the first quarter first. Left out: none.", _
        "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.")
    Describe "apa_date", _
        "The date that a text means, day first, in Bengali or English digits. Otherwise a message says why it is none.", Array( _
        "A cell, or a range of cells, as it was typed.")
    Describe "apa_explain", _
        "How the marks of one indicator came about, in Bangla; with earlier quarters also how the year's figure did.", Array( _
        "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.", _
        "Column 7, the weight of the indicator.", _
        "Column 13, the achievement as it was typed.", _
        "Columns 8 to 12, the targets, best first. A tier without target is blank or -.", _
        "tier (left out: tier) or proportional.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before this one, the first quarter first. Left out: none.", _
        "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.")
    Describe "apa_marks", _
        "Marks of one indicator. 0 while it is ongoing; blank when nothing is reported or nothing can be read.", Array( _
        "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.", _
        "Column 7, the weight of the indicator.", _
        "Column 13, the achievement as it was typed.", _
        "Columns 8 to 12, the targets, best first. A tier without target is blank or -.", _
        "tier (left out: tier) or proportional.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before this one, the first quarter first. Left out: none.", _
        "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.")
    Describe "apa_number", _
        "The number that a text means, in Bengali or English digits. Otherwise a message says why it is none.", Array( _
        "A cell, or a range of cells, as it was typed.")
    Describe "apa_table", _
        "Tier percent, marks and message for every row of a table, in one call. Give columns 6 to 13: F8:M18.", Array( _
        "Columns 6 to 13 of the form, without headings: F8:M18.", _
        "The fiscal year, like 2023-24.", _
        "The quarter, 1 to 4.", _
        "tier (left out: tier) or proportional.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before, a column each, a row for each row of the table.", _
        "A calculation method for the whole table, or a column with one for each row.")
    Describe "apa_tier", _
        "Tier percent of one indicator, 0 to 100. Blank when nothing is reported or the achievement cannot be read.", Array( _
        "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.", _
        "Column 13, the achievement as it was typed.", _
        "Columns 8 to 12, the targets, best first. A tier without target is blank or -.", _
        "tier (left out: tier) or proportional.", _
        "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.", _
        "The achievements of the quarters before this one, the first quarter first. Left out: none.", _
        "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.")
End Sub

Private Sub Describe(ByVal FunctionName As String, ByVal Text As String, ByVal Arguments As Variant)
    Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & FunctionName, Description:=Text, _
        Category:="APA", ArgumentDescriptions:=Arguments
End Sub
