#include "notification/sending/email_carrier.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "notification/rules/purpose.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

/// Written below a letter that may be refused: what a reader's program does not offer itself.
constexpr std::string_view refusal_words =
    "\n\n--\nKhông muốn nhận loại thư này nữa, hãy mở địa chỉ sau:\n";

/// A box that is full says nothing about the server that told us, a sender that it does not know
/// is refused with every letter, and one text says nothing about the next.
Outcome outcome_of_mail(const Error& error)
{
    auto outcome = outcome_of(error);
    if (error.key == "net.mail.receiver_later") outcome.blames_provider = false;
    if (error.key == "net.mail.sender_refused") outcome.blames_provider = true;
    return outcome;
}

/// Lines end as RFC 5322 wants them.
std::string with_line_ends(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

class EmailCarrier final : public Carrier
{
public:
    EmailCarrier(std::string_view name, net::MailServer server, std::string bounce_address,
                 UnsubscribeLinks links)
        : m_name(name),
          m_server(std::move(server)),
          m_bounce_address(std::move(bounce_address)),
          m_links(std::move(links))
    {
    }

    [[nodiscard]] std::string_view name() const override { return m_name; }

    [[nodiscard]] Outcome hand_over(const Message& message) override
    {
        auto line = take_line();
        const auto sent = line.send(mail_of(message));
        if (sent || sent.error().kind == Failure::invalid) give_back(std::move(line));
        if (sent) return {};
        log::warning("a mail server did not take a letter",
                     {{"provider", m_name},
                      {"key", sent.error().key},
                      {"answer", text::join(sent.error().arguments, ", ")}});
        return outcome_of_mail(sent.error());
    }

private:
    [[nodiscard]] net::Mail mail_of(const Message& message) const
    {
        const auto purpose = purpose_on(message.purpose, Date::of(message.created_at));
        auto link = m_links.link(message, purpose && purpose->can_unsubscribe);
        auto text = message.body;
        const bool is_named = text.find(link) != std::string::npos;  // also of no link
        if (!is_named) text += std::string(refusal_words) + link + "\n";
        return {.to = message.address,
                .subject = message.subject,
                .text = with_line_ends(text),
                .id = message.code,
                .at = message.created_at,
                .envelope_from = envelope_from(m_bounce_address, message.code),
                .unsubscribe_url = std::move(link)};
    }

    net::MailConnection take_line()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_idle.empty()) return net::MailConnection(m_server);
        auto line = std::move(m_idle.back());
        m_idle.pop_back();
        return line;
    }

    void give_back(net::MailConnection line)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(line));
    }

    std::string m_name;
    net::MailServer m_server;
    std::string m_bounce_address;
    UnsubscribeLinks m_links;
    std::mutex m_mutex{};
    std::vector<net::MailConnection> m_idle{};
};

}  // namespace

std::unique_ptr<Carrier> make_email_carrier(std::string_view name, const net::MailServer& server,
                                            std::string bounce_address, UnsubscribeLinks links)
{
    return std::make_unique<EmailCarrier>(name, server, std::move(bounce_address),
                                          std::move(links));
}

std::string envelope_from(std::string_view bounce_address, std::string_view code)
{
    const auto at = bounce_address.find('@');
    if (at == std::string_view::npos) return {};
    std::string address(bounce_address);
    address.insert(at, "+" + std::string(code));
    return address;
}

}  // namespace caicach::notification
