namespace Starlift.Aws;

/// <summary>
/// Holds the bodies of answers that are read as one, listings and errors, to what S3 may send: 1,000 keys of 1,024 bytes a page,
/// each escaped three times as long, are below a quarter of it (Amazon S3 API Reference, "ListObjectsV2"). Objects don't come this way.
/// </summary>
sealed class BoundedAnswers(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    const int MostBytes = 16 * 1024 * 1024;

    /// <exception cref="BrokenAnswerException">The body is longer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new BrokenAnswerException($"answers with more than the {MostBytes >> 20} MB that a listing or an error has at most");
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
