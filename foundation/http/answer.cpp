#include "http/answer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <exception>
#include <utility>

#include "base/log.hpp"
#include "http/finish.hpp"
#include "http/range.hpp"
#include "http/refusal.hpp"
#include "http/wire.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t piece_bytes = 64 * 1024;

/// A file that is read piece by piece while it is sent.
class FileSource
{
public:
    explicit FileSource(const std::string& path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
    {
        struct stat facts = {};
        if (m_descriptor >= 0 && ::fstat(m_descriptor, &facts) == 0 && S_ISREG(facts.st_mode))
            m_size = facts.st_size;
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource()
    {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }

    /// Of what is sent; -1 where there is no such file.
    [[nodiscard]] std::int64_t size() const { return m_size; }

    /// False where it cannot: then it stays whole.
    bool narrow_to(const PartAsked& part)
    {
        if (::lseek(m_descriptor, part.first, SEEK_SET) != part.first) return false;
        m_size = part.count;
        return true;
    }

    Result<bool> append_to(std::string& piece)
    {
        const auto before = piece.size();
        const auto wanted =
            std::min<std::size_t>(piece_bytes, static_cast<std::size_t>(m_size - m_sent));
        piece.resize(before + wanted);
        const auto count = ::read(m_descriptor, piece.data() + before, wanted);
        piece.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
        m_sent += count > 0 ? count : 0;
        // A file that shrank meanwhile must not look complete.
        if (count < 0 || (count == 0 && m_sent < m_size))
            return internal_failure("cannot read a file while sending it");
        return m_sent < m_size;
    }

private:
    int m_descriptor{-1};
    std::int64_t m_size{-1};
    std::int64_t m_sent{};
};

/// A part is of use to whoever has the rest of the same file: RFC 9110, 13.1.5. Only a strong tag
/// says that it is the same.
bool is_same_version(std::string_view if_range, const Response& response)
{
    const auto tag = response.header("ETag");
    return if_range.empty() || (tag.starts_with('"') && if_range == tag);
}

HeaderValue content_range(const PartAsked& part, std::int64_t size)
{
    const auto whole = "/" + std::to_string(size);
    if (part.kind == PartAsked::Kind::outside) return MUST(HeaderValue::create("bytes *" + whole));
    const auto last = part.first + part.count - 1;
    return MUST(HeaderValue::create("bytes " + std::to_string(part.first) + "-" +
                                    std::to_string(last) + whole));
}

/// Answers with the part that was asked for, where one was.
void send_part(const RequestTraits& request, Response& response, FileSource& source)
{
    if (response.status != 200) return;
    response.set_header("Accept-Ranges", "bytes");
    if (request.method != Method::get || !is_same_version(request.if_range, response)) return;
    const auto size = source.size();
    const auto part = part_asked(request.range, size);
    if (part.kind == PartAsked::Kind::whole) return;
    if (part.kind == PartAsked::Kind::outside) {
        response.set_status(416).set_header("Content-Range", content_range(part, size));
        response.body = std::string{};
        return;
    }
    if (!source.narrow_to(part)) return;
    response.set_status(206).set_header("Content-Range", content_range(part, size));
}

Outgoing to_wire(const RequestTraits& request, Response response, bool keeps_alive, bool may_chunk)
{
    // Shared, because std::function wants to be copied; nobody does.
    std::shared_ptr<FileSource> source;
    if (const auto* const file = std::get_if<FileBody>(&response.body)) {
        source = std::make_shared<FileSource>(file->path);
        send_part(request, response, *source);
    }
    Outgoing outgoing{.status = response.status, .route = response.route, .is_last = !keeps_alive};
    BodyFraming framing;
    if (auto* text = std::get_if<std::string>(&response.body)) {
        if (response.status != 304 && response.status != 204)
            framing.content_length = static_cast<std::int64_t>(text->size());
        outgoing.body = std::move(*text);
    } else if (std::holds_alternative<FileBody>(response.body)) {
        framing.content_length = source->size();
        if (source->size() > 0)
            outgoing.more = [source](std::string& piece) { return source->append_to(piece); };
    } else if (auto* stream = std::get_if<StreamBody>(&response.body)) {
        outgoing.more = std::move(*stream);
        // HTTP/1.0 knows no chunks: the end of the connection is the end of the body.
        framing.is_chunked = outgoing.is_chunked = may_chunk;
        outgoing.is_last = outgoing.is_last || !may_chunk;
    }
    framing.is_last = outgoing.is_last;
    outgoing.head = response_head(response, framing, SystemClock{}.now());
    if (request.method == Method::head) {
        outgoing.body.clear();
        outgoing.more = nullptr;
    }
    return outgoing;
}

Response refusal_of(const ServerOptions& options, int status, const Error& error)
{
    auto response = options.refusal ? options.refusal(status, error) : plain_refusal(status);
    if (status == 503) response.set_header("Retry-After", "2");
    return response;
}

/// A file that is gone is a 404 that can still be said properly.
bool lacks_its_file(const Response& response)
{
    const auto* file = std::get_if<FileBody>(&response.body);
    return file != nullptr && FileSource(file->path).size() < 0;
}

Response dispatched(const ServerOptions& options, Request& request)
{
    try {
        auto response = options.dispatch(request);
        if (!lacks_its_file(response)) return response;
        log::error("a file to send is missing", {{"request", request.request_id()}});
    } catch (const std::exception& exception) {
        log::error("a handler threw", {{"request", request.request_id()},
                                       {"what", std::string_view(exception.what())}});
    }
    return refusal_of(options, 500, error_of_status(500));
}

}  // namespace

std::string Outgoing::first_piece()
{
    auto piece = std::move(head);
    body_sent = std::min(body.size(), piece_bytes - std::min(piece.size(), piece_bytes));
    piece.append(body, 0, body_sent);
    return piece;
}

std::string Outgoing::next_of_body()
{
    if (body_sent >= body.size()) return {};
    auto piece = body.substr(body_sent, piece_bytes);
    body_sent += piece.size();
    return piece;
}

Outgoing answer(const ServerOptions& options, Incoming incoming)
{
    const auto id = incoming.parts.request_id;
    if (incoming.body) {
        if (const auto finished = incoming.body->finish(incoming.parts); !finished)
            return refuse(options, status_of_body(finished.error()), finished.error(), id,
                          incoming.keeps_alive);
    }
    auto request = Request::create(std::move(incoming.parts));
    if (!request) return refuse(options, 400, request.error(), id, incoming.keeps_alive);
    const auto traits = traits_of(*request);
    auto response = dispatched(options, *request);
    finish(traits, response);
    return to_wire(traits, std::move(response), incoming.keeps_alive, incoming.may_chunk);
}

Outgoing refuse(const ServerOptions& options, int status, const Error& error,
                const std::string& request_id, bool keeps_alive)
{
    auto response = refusal_of(options, status, error);
    const RequestTraits traits{.request_id = request_id};
    finish(traits, response);
    return to_wire(traits, std::move(response), keeps_alive, true);
}

std::optional<std::string> next_piece(Outgoing& outgoing, const std::string& request_id)
{
    std::string bytes;
    try {
        const auto goes_on = outgoing.more(bytes);
        if (!goes_on) {
            log::error("a download broke off",
                       {{"request", request_id}, {"detail", goes_on.error().detail}});
            return std::nullopt;
        }
        auto piece = outgoing.is_chunked && !bytes.empty() ? chunk(bytes) : std::move(bytes);
        if (*goes_on) return piece;
        outgoing.more = nullptr;
        if (outgoing.is_chunked) piece += chunk({});
        return piece;
    } catch (const std::exception& exception) {
        log::error("a download threw",
                   {{"request", request_id}, {"what", std::string_view(exception.what())}});
        return std::nullopt;
    }
}

int status_of_body(const Error& error)
{
    return error.kind == Failure::invalid ? 400 : status_of(error.kind);
}

}  // namespace caicach::http
