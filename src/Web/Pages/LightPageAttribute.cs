namespace JmaActors.Pages;

/// <summary>A page that brings its own scripts and needs neither a circuit nor the component library: less to load, and all of it can be kept for offline.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LightPageAttribute : Attribute;
