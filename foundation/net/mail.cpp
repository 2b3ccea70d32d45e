#include "net/mail.hpp"

#include <curl/curl.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "net/mail_refusal.hpp"

namespace caicach::net
{
namespace
{

constexpr long connect_seconds = 10;
constexpr long whole_seconds = 60;
constexpr long later_from = 400;
constexpr long refused_from = 500;  // RFC 5321, 4.2.1: 5yz is no for good, 4yz is later

struct Freed {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Handle = std::unique_ptr<CURL, Freed>;
using List = std::unique_ptr<curl_slist, Freed>;
using Mime = std::unique_ptr<curl_mime, Freed>;

List list_of(const std::vector<std::string>& lines)
{
    List list;
    for (const auto& line : lines) {
        auto* longer = curl_slist_append(list.get(), line.c_str());
        VERIFY(longer != nullptr);
        if (!list) list.reset(longer);  // else it is the same head
    }
    return list;
}

void set_server(CURL* handle, const MailServer& server)
{
    curl_easy_setopt(handle, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     static_cast<long>(server.requires_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, whole_seconds);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    if (server.user.empty()) return;
    curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
}

Mime body_of(CURL* handle, const std::string& text)
{
    Mime mime(curl_mime_init(handle));
    VERIFY(mime != nullptr);
    auto* part = curl_mime_addpart(mime.get());
    VERIFY(part != nullptr);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, "text/plain; charset=UTF-8");
    curl_mime_encoder(part, "base64");
    return mime;
}

/// What the server was last told of the letter; its "no" is about that.
enum class Stage { nothing, sender, receiver, text };

struct Talk {
    Stage stage{Stage::nothing};
    std::string refusal{};  ///< the server's last "no"; after it there may be a farewell
};

/// libcurl says only that a letter was refused, not whether it was for its sender or its receiver,
/// nor the server's words.
int note_talk(CURL* /*handle*/, curl_infotype type, char* data, std::size_t size, void* talk)
{
    const std::string_view line(data, size);
    auto& noted = *static_cast<Talk*>(talk);
    if (type == CURLINFO_HEADER_IN && (line.starts_with('4') || line.starts_with('5')))
        noted.refusal = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (type != CURLINFO_HEADER_OUT) return 0;
    if (line.starts_with("MAIL ")) noted.stage = Stage::sender;
    if (line.starts_with("RCPT ")) noted.stage = Stage::receiver;
    if (line.starts_with("DATA")) noted.stage = Stage::text;
    return 0;
}

struct Meaning {
    Failure kind{};
    std::string_view key{};
};

Meaning meaning_of(MailRefusal refusal)
{
    switch (refusal) {
        case MailRefusal::address:
            return {Failure::invalid, "net.mail.refused"};
        case MailRefusal::later:
            return {Failure::unavailable, "net.mail.receiver_later"};
        case MailRefusal::ours:
            break;
    }
    return {Failure::forbidden, "net.mail.text_refused"};
}

/// "5.1.1", where the server says it.
std::string_view status_in(std::string_view reply)
{
    constexpr std::size_t begin = 4;  // after "550 "
    return reply.size() > begin ? reply.substr(begin) : std::string_view();
}

Meaning meaning_of_refusal(const Talk& talk)
{
    switch (talk.stage) {
        case Stage::sender:
            return {Failure::forbidden, "net.mail.sender_refused"};
        case Stage::receiver:
            return meaning_of(refusal_of_reply(talk.refusal).value_or(MailRefusal::ours));
        case Stage::text:
            // Some look at the receiver only now; but three digits alone are about the text.
            return meaning_of(
                refusal_of_status(status_in(talk.refusal)).value_or(MailRefusal::ours));
        case Stage::nothing:
            break;
    }
    return {Failure::unavailable, "net.mail.unreachable"};
}

/// What the server's last word, or its silence, means. Only a word about this letter (its sender,
/// receiver or text) refuses it; a server that wants nobody at all is unreachable.
Result<void> answer_of(CURL* handle, CURLcode code, const Talk& talk)
{
    if (code == CURLE_OK) return {};
    long answer = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
    curl_off_t uploaded = 0;
    curl_easy_getinfo(handle, CURLINFO_SIZE_UPLOAD_T, &uploaded);
    const bool is_about_letter =
        code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && uploaded > 0);
    const bool is_refused = answer >= refused_from && answer < 600 && is_about_letter;
    const bool is_full = answer >= later_from && answer < refused_from && is_about_letter;
    Meaning meaning{Failure::unavailable, "net.mail.unreachable"};
    if (is_refused) {
        meaning = meaning_of_refusal(talk);
    } else if (is_full && talk.stage == Stage::receiver) {
        meaning.key = "net.mail.receiver_later";
    } else if (uploaded > 0 && answer < later_from) {
        meaning = {Failure::conflict, "net.mail.answer_lost"};
    }
    return failure(meaning.kind, std::string(meaning.key), {},
                   {std::to_string(answer), curl_easy_strerror(code)});
}

}  // namespace

struct MailConnection::Line {
    Handle handle{curl_easy_init()};
};

MailConnection::MailConnection(MailServer server)
    : m_server(std::move(server)), m_line(std::make_unique<Line>())
{
    VERIFY(m_line->handle != nullptr);
}
MailConnection::MailConnection(MailConnection&&) noexcept = default;
MailConnection& MailConnection::operator=(MailConnection&&) noexcept = default;
MailConnection::~MailConnection() = default;

Result<void> MailConnection::send(const Mail& mail)
{
    const auto head = TRY(mail_head(m_server, mail));
    auto* handle = m_line->handle.get();
    curl_easy_reset(handle);  // keeps the line open
    set_server(handle, m_server);
    const auto headers = list_of(head);
    const auto receivers = list_of({"<" + mail.to + ">"});
    const auto body = body_of(handle, mail.text);
    const auto from = "<" + (mail.envelope_from.empty() ? m_server.from : mail.envelope_from) + ">";
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_MIMEPOST, body.get());
    Talk talk;
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);  // to note_talk alone
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, note_talk);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &talk);
    const auto code = curl_easy_perform(handle);
    auto answer = answer_of(handle, code, talk);
    curl_easy_reset(handle);  // lets go of what ends with this call
    return answer;
}

Result<void> send_mail(const MailServer& server, const Mail& mail)
{
    return MailConnection(server).send(mail);
}

}  // namespace caicach::net
