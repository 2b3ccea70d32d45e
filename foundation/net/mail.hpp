#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace caicach::net
{

/// A mail server that takes what we send: the office's own, or a provider's.
struct MailServer {
    std::string url{};  ///< "smtp://127.0.0.1:25", "smtps://mail.example.vn:465"
    std::string user{};
    std::string password{};
    bool requires_tls{true};  ///< smtp:// without STARTTLS is refused
    std::string from{};       ///< address of the sender
    std::string from_name{};  ///< "Cải cách hành chính tỉnh Sông Lam"

    [[nodiscard]] bool is_on() const { return !url.empty(); }
};

/// A letter of plain text.
struct Mail {
    std::string to{};
    std::string subject{};
    std::string text{};
    std::string id{};  ///< stays the same when a letter is sent again, so that a reader sees one
    Instant at{};
    /// Where the envelope says it came from, so that it is known when it comes back (VERP:
    /// "tra-lai+K7Q2M4D8PX@cchc.vn"); empty: the sender's address.
    std::string envelope_from{};
    /// Address that takes the receiver off the list with one click (RFC 2369, RFC 8058); empty: a
    /// letter that nobody can unsubscribe from.
    std::string unsubscribe_url{};
};

/// An address that a letter can go to: one "@", no blanks, no line ends, at most 254 bytes
/// (RFC 5321, 4.5.3.1.3).
[[nodiscard]] bool is_mail_address(std::string_view address);

/// The head of a letter, line by line, as RFC 5322 and RFC 2047 write it. invalid
/// "net.mail.malformed" where an address is none or a line end stands in the subject.
[[nodiscard]] Result<std::vector<std::string>> mail_head(const MailServer& server,
                                                         const Mail& mail);

/// A line to one mail server that stays open from letter to letter. One thread at a time.
class MailConnection
{
public:
    explicit MailConnection(MailServer server);
    MailConnection(MailConnection&&) noexcept;
    MailConnection& operator=(MailConnection&&) noexcept;
    MailConnection(const MailConnection&) = delete;
    MailConnection& operator=(const MailConnection&) = delete;
    ~MailConnection();

    /// Hands it over; blocks, a minute at most. "net.mail.": unavailable "unreachable" (silence, or
    /// "later"), "receiver_later" (a full box); invalid "malformed", "refused" (the receiver, for
    /// good); forbidden "sender_refused", "text_refused" (us: another server may take it); conflict
    /// "answer_lost" where nobody knows whether the server has it.
    [[nodiscard]] Result<void> send(const Mail& mail);

private:
    struct Line;
    MailServer m_server;
    std::unique_ptr<Line> m_line;
};

/// The same on a line of its own.
[[nodiscard]] Result<void> send_mail(const MailServer& server, const Mail& mail);

}  // namespace caicach::net
