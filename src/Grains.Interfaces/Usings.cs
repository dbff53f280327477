global using Orleans;
global using Orleans.Concurrency;
global using JmaActors.Live;
global using System.Text.Json.Serialization;
