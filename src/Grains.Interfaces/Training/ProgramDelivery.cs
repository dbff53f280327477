namespace JmaActors.Training;

/// <summary>How a program is held (開催方法), as planned. Decides what its talks may offer and how one may take part.</summary>
[GenerateSerializer, Alias("program-delivery")]
public enum ProgramDelivery
{
    /// <summary>併用: in a hall and on the web. Programs of before it was asked are read as this.</summary>
    Both = 0,

    /// <summary>会場: in a hall only; nobody takes part on the web.</summary>
    Hall = 1,

    /// <summary>ウェブ: on the web only; what earns in a hall only is not offered.</summary>
    Web = 2,
}
