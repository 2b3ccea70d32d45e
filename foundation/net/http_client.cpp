#include "net/http_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

#include "base/owned.hpp"

namespace caicach::net
{

namespace
{

using Address = Owned<CURLU, curl_url_cleanup>;
using Transfer = Owned<CURL, curl_easy_cleanup>;
using Text = Owned<char, curl_free>;
using Header = Owned<curl_slist, curl_slist_free_all>;

/// Once for the process; libcurl is quick to forget threads otherwise.
bool is_ready()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

tl::unexpected<Error> malformed(std::string_view url)
{
    return tl::unexpected<Error>(
        Error{Failure::invalid, "net.address_malformed", {}, {std::string(url)}, {}});
}

std::string part_of(const Address& address, CURLUPart part)
{
    char* text = nullptr;
    if (curl_url_get(address.get(), part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
    const Text owned{text};
    return owned.get();
}

/// The address as libcurl itself reads it: what is checked is what will be asked.
Result<Address> parse(std::string_view url)
{
    const bool is_plain =
        std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
    Address address{is_ready() ? curl_url() : nullptr};
    if (!address) return internal_failure("libcurl did not start");
    const std::string text{url};
    if (!is_plain || curl_url_set(address.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return malformed(url);
    return address;
}

/// Plain text is for a server on this very machine, named by number: a name may lead anywhere.
bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "[::1]"; }

Result<std::string> origin_in(const Address& address, std::string_view url)
{
    const auto scheme = part_of(address, CURLUPART_SCHEME);
    auto host = part_of(address, CURLUPART_HOST);
    std::ranges::transform(host, host.begin(), [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    });
    const bool names_user =
        !part_of(address, CURLUPART_USER).empty() || !part_of(address, CURLUPART_PASSWORD).empty();
    const bool is_safe = scheme == "https" || (scheme == "http" && is_loopback(host));
    if (!is_safe || host.empty() || names_user) return malformed(url);
    return scheme + "://" + host + ":" + part_of(address, CURLUPART_PORT);
}

/// Where an answer gathers, up to its limits.
struct Sink {
    std::string body{};
    std::size_t head_bytes{};
    std::size_t body_max{};
    std::size_t head_max{};
    bool is_full{};
};

// libcurl's form: (bytes, 1, how many, ours); fewer taken than handed over ends the transfer.
std::size_t take_body(const char* bytes, std::size_t, std::size_t count, void* ours)
{
    auto& sink = *static_cast<Sink*>(ours);
    sink.is_full = sink.is_full || count > sink.body_max - sink.body.size();
    if (sink.is_full) return 0;
    sink.body.append(bytes, count);
    return count;
}

std::size_t take_head(const char*, std::size_t, std::size_t count, void* ours)
{
    auto& sink = *static_cast<Sink*>(ours);
    sink.is_full = sink.is_full || count > sink.head_max - sink.head_bytes;
    if (sink.is_full) return 0;
    sink.head_bytes += count;
    return count;
}

std::string encoded(const Transfer& transfer, const std::vector<FormField>& form)
{
    const auto escaped = [&](const std::string& text) -> std::string {
        const Text owned{
            curl_easy_escape(transfer.get(), text.data(), static_cast<int>(text.size()))};
        return owned ? owned.get() : "";
    };
    std::string body;
    for (const auto& field : form) {
        if (!body.empty()) body += '&';
        body += escaped(field.name) + '=' + escaped(field.value);
    }
    return body;
}

/// What no answer and no setting can loosen.
void guard(const Transfer& transfer, const HttpClientOptions& options)
{
    auto* handle = transfer.get();
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.certificates_file.empty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, options.certificates_file.c_str());
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    }
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(options.connect_milliseconds));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_milliseconds));
}

void gather(const Transfer& transfer, Sink& sink)
{
    auto* handle = transfer.get();
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &sink);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &take_head);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &sink);
}

/// The request left, or some of it: nobody knows what became of it.
bool was_under_way(const Transfer& transfer)
{
    curl_off_t sent_from = 0;
    curl_easy_getinfo(transfer.get(), CURLINFO_PRETRANSFER_TIME_T, &sent_from);
    return sent_from > 0;
}

Result<Header> headers_of(const HttpRequest& request)
{
    Header list;
    const auto add = [&](const std::string& line) {
        auto* longer = curl_slist_append(list.get(), line.c_str());
        VERIFY(longer != nullptr);
        if (!list) list.reset(longer);  // else it is the same head
    };
    for (const auto& header : request.headers) {
        const auto line = header.name + ": " + header.value;
        if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return malformed(request.url);
        add(line);
    }
    if (!request.json.empty()) add("Content-Type: application/json");
    return list;
}

/// The address with its query behind it.
void add_query(const Address& address, const HttpRequest& request)
{
    for (const auto& field : request.query) {
        const auto pair = field.name + "=" + field.value;
        VERIFY(curl_url_set(address.get(), CURLUPART_QUERY, pair.c_str(),
                            CURLU_APPENDQUERY | CURLU_URLENCODE) == CURLUE_OK);
    }
}

void post(const Transfer& transfer, const std::string& body)
{
    if (body.empty()) return;
    curl_easy_setopt(transfer.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(transfer.get(), CURLOPT_POSTFIELDS, body.c_str());
}

Error error_of(CURLcode code, const Sink& sink, const std::string& origin)
{
    Error error{Failure::unavailable, "net.unreachable", {}, {}, {}};
    error.detail = origin + ": " + curl_easy_strerror(code);
    if (sink.is_full) {
        error.kind = Failure::too_large;
        error.key = "net.answer_too_large";
    } else if (code == CURLE_OPERATION_TIMEDOUT) {
        error.key = "net.too_slow";
    } else if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
               code == CURLE_SSL_CACERT_BADFILE) {
        error.key = "net.not_trusted";
    }
    return error;
}

}  // namespace

Result<std::string> origin_of(std::string_view url)
{
    const auto address = TRY(parse(url));
    return origin_in(address, url);
}

Result<HttpClient> HttpClient::create(HttpClientOptions options)
{
    for (auto& origin : options.origins) origin = TRY(origin_of(origin));
    return HttpClient(std::move(options));
}

bool HttpClient::may_ask(std::string_view url) const
{
    const auto origin = origin_of(url);
    return origin && std::ranges::find(m_options.origins, *origin) != m_options.origins.end();
}

Result<HttpAnswer> HttpClient::send(const HttpRequest& request) const
{
    const auto address = TRY(parse(request.url));
    const auto origin = TRY(origin_in(address, request.url));
    if (std::ranges::find(m_options.origins, origin) == m_options.origins.end())
        return tl::unexpected<Error>(
            Error{Failure::forbidden, "net.place_not_allowed", {}, {origin}, origin});
    add_query(address, request);
    const Transfer transfer{curl_easy_init()};
    if (!transfer) return internal_failure("libcurl has no memory");
    Sink sink{.body_max = m_options.answer_bytes_max, .head_max = m_options.head_bytes_max};
    guard(transfer, m_options);
    gather(transfer, sink);
    curl_easy_setopt(transfer.get(), CURLOPT_CURLU, address.get());
    const auto headers = TRY(headers_of(request));
    if (headers) curl_easy_setopt(transfer.get(), CURLOPT_HTTPHEADER, headers.get());
    const auto body = request.form.empty() ? request.json : encoded(transfer, request.form);
    post(transfer, body);
    if (!request.user.empty()) {
        curl_easy_setopt(transfer.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(transfer.get(), CURLOPT_USERNAME, request.user.c_str());
        curl_easy_setopt(transfer.get(), CURLOPT_PASSWORD, request.password.c_str());
    }
    const auto code = curl_easy_perform(transfer.get());
    if (code != CURLE_OK) {
        auto error = error_of(code, sink, origin);
        if (request.must_not_repeat && was_under_way(transfer)) {
            error.kind = Failure::conflict;
            error.key = "net.answer_lost";
        }
        return tl::unexpected<Error>(std::move(error));
    }
    long status = 0;
    curl_easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
    return HttpAnswer{.status = static_cast<int>(status), .body = std::move(sink.body)};
}

}  // namespace caicach::net
