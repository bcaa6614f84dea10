/**
 * What PowerShell runs for the queues of Windows: one request a line, one answer a line, both JSON, with the same `id`.
 *
 * The functions are those of `winspool.drv` (Print Spooler API): a document with the datatype RAW passes every driver as it
 * is. Numbers of states are handed on as they are; `winspool-states.ts` says what they mean.
 */
export const WINDOWS_SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [Text.Encoding]::UTF8
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

public static class DocksideSpool {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  class DocInfo1 {
    [MarshalAs(UnmanagedType.LPWStr)] public string DocName;
    [MarshalAs(UnmanagedType.LPWStr)] public string OutputFile;
    [MarshalAs(UnmanagedType.LPWStr)] public string Datatype;
  }

  [StructLayout(LayoutKind.Sequential)]
  struct SystemTime { public ushort Year, Month, DayOfWeek, Day, Hour, Minute, Second, Milliseconds; }

  [StructLayout(LayoutKind.Sequential)]
  struct JobInfo1 {
    public uint JobId;
    public IntPtr PrinterName, MachineName, UserName, Document, Datatype, StatusText;
    public uint Status, Priority, Position, TotalPages, PagesPrinted;
    public SystemTime Submitted;
  }

  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern uint StartDocPrinterW(IntPtr printer, int level, [In] DocInfo1 document);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool GetPrinterW(IntPtr printer, int level, IntPtr info, int size, out int needed);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool GetJobW(IntPtr printer, uint job, int level, IntPtr info, int size, out int needed);

  static T With<T>(string name, Func<IntPtr, T> work) {
    IntPtr printer;
    if (!OpenPrinterW(name, out printer, IntPtr.Zero)) throw new Win32Exception(Marshal.GetLastWin32Error());
    try { return work(printer); } finally { ClosePrinter(printer); }
  }

  public static uint Submit(string name, string title, byte[] bytes) {
    return With(name, printer => {
      var document = new DocInfo1 { DocName = title, OutputFile = null, Datatype = "RAW" };
      uint job = StartDocPrinterW(printer, 1, document);
      if (job == 0) throw new Win32Exception(Marshal.GetLastWin32Error());
      int written;
      bool took = WritePrinter(printer, bytes, bytes.Length, out written);
      int code = Marshal.GetLastWin32Error();
      EndDocPrinter(printer);
      if (!took || written != bytes.Length) throw new InvalidOperationException("began: " + code);
      return job;
    });
  }

  public static uint PrinterStatus(string name) {
    return With(name, printer => {
      IntPtr info = Marshal.AllocHGlobal(16);
      try {
        int needed;
        if (!GetPrinterW(printer, 6, info, 16, out needed)) throw new Win32Exception(Marshal.GetLastWin32Error());
        return (uint)Marshal.ReadInt32(info);
      } finally { Marshal.FreeHGlobal(info); }
    });
  }

  public static long JobStatus(string name, uint job) {
    return With(name, printer => {
      int needed;
      GetJobW(printer, job, 1, IntPtr.Zero, 0, out needed);
      if (needed <= 0) return -1L;
      IntPtr info = Marshal.AllocHGlobal(needed);
      try {
        if (!GetJobW(printer, job, 1, info, needed, out needed)) return -1L;
        return (long)((JobInfo1)Marshal.PtrToStructure(info, typeof(JobInfo1))).Status;
      } finally { Marshal.FreeHGlobal(info); }
    });
  }
}
'@
function Answer($request) {
  switch ($request.what) {
    'queues' { return @{ queues = @(Get-CimInstance Win32_Printer | ForEach-Object { $_.Name }) } }
    'queue' { return @{ status = [DocksideSpool]::PrinterStatus($request.queue) } }
    'submit' { return @{ job = [DocksideSpool]::Submit($request.queue, $request.title, [Convert]::FromBase64String($request.bytes)) } }
    'job' { return @{ status = [DocksideSpool]::JobStatus($request.queue, $request.job) } }
  }
}
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $request = $line | ConvertFrom-Json
  try { $answer = Answer $request } catch {
    $failure = $_.Exception
    while ($failure.InnerException) { $failure = $failure.InnerException }
    $answer = @{ error = $failure.Message; code = $(if ($failure -is [ComponentModel.Win32Exception]) { $failure.NativeErrorCode } else { 0 }) }
  }
  $answer.id = $request.id
  [Console]::Out.WriteLine(($answer | ConvertTo-Json -Compress))
}
`
