using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>Remembers who logged an error.</summary>
sealed class FakeErrorLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> _categories = new();

    public IEnumerable<string> Categories => _categories;

    public ILogger CreateLogger(string categoryName) => new Log(categoryName, _categories);

    public void Dispose()
    {
    }

    sealed class Log(string category, ConcurrentQueue<string> categories) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) categories.Enqueue(category);
        }
    }
}
