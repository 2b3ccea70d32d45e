#include "notification/sending/kannel_carrier.hpp"

#include <utility>

#include "net/http_client.hpp"
#include "notification/sending/segments.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::string_view gsm_coding = "0";
constexpr std::string_view ucs_coding = "2";
// Delivered to the telephone (1), not delivered (2), refused by the operator (16).
constexpr std::string_view reported_events = "19";
constexpr int accepted_from = 200;
constexpr int refused = 400;
constexpr int failed_from = 500;
constexpr int later = 503;

/// What smsbox's answer means. 202 "0: Accepted for delivery" and "3: Queued for later delivery"
/// are ours no more; 400 is a number or a text that it never takes, other 4xx a password or an
/// address of the gateway that is wrong, 503 is "later".
Outcome outcome_of_answer(const net::HttpAnswer& answer)
{
    if (answer.status >= accepted_from && answer.status < accepted_from + 100) return {};
    if (answer.status == refused)
        return {.status = Status::permanent_failure, .error = "notification.sms.refused"};
    if (answer.status > refused && answer.status < failed_from) {
        return {.status = Status::technical_failure,
                .error = "notification.sms.not_let_in",
                .blames_provider = true,
                .refuses_us = true};
    }
    if (answer.status == later)
        return {
            .status = Status::created, .error = "notification.sms.later", .blames_provider = true};
    // Of a machine between us: what stands behind it may have taken the message.
    return {
        .status = Status::uncertain, .error = "notification.sms.unclear", .blames_provider = true};
}

class KannelCarrier final : public Carrier
{
public:
    KannelCarrier(std::string_view name, SmsGateway gateway, net::HttpClient client)
        : m_name(name), m_gateway(std::move(gateway)), m_client(std::move(client))
    {
    }

    [[nodiscard]] std::string_view name() const override { return m_name; }

    [[nodiscard]] Outcome hand_over(const Message& message) override
    {
        const auto answer = m_client.send(request_of(message));
        return answer ? outcome_of_answer(*answer) : outcome_of(answer.error());
    }

private:
    [[nodiscard]] net::HttpRequest request_of(const Message& message) const
    {
        const auto coding = segments_of(message.body).is_gsm ? gsm_coding : ucs_coding;
        net::HttpRequest request{.url = m_gateway.url,
                                 .query = {{.name = "username", .value = m_gateway.user},
                                           {.name = "password", .value = m_gateway.password},
                                           {.name = "from", .value = m_gateway.sender},
                                           {.name = "to", .value = message.address},
                                           {.name = "charset", .value = "UTF-8"},
                                           {.name = "coding", .value = std::string(coding)},
                                           {.name = "text", .value = message.body}},
                                 .must_not_repeat = true};
        if (auto url = report_url(m_gateway, message); !url.empty()) {
            request.query.push_back({.name = "dlr-mask", .value = std::string(reported_events)});
            request.query.push_back({.name = "dlr-url", .value = std::move(url)});
        }
        return request;
    }

    std::string m_name;
    SmsGateway m_gateway;
    net::HttpClient m_client;
};

}  // namespace

Result<std::unique_ptr<Carrier>> make_kannel_carrier(std::string_view name,
                                                     const SmsGateway& gateway)
{
    auto client = TRY(net::HttpClient::create({.origins = {gateway.url}}));
    return std::make_unique<KannelCarrier>(name, gateway, std::move(client));
}

std::string report_url(const SmsGateway& gateway, const Message& message)
{
    if (gateway.report_url.empty()) return {};
    return gateway.report_url + "/tin-nhan/" + message.code + "/" + message.report_secret +
           "?ket-qua=%d";
}

}  // namespace caicach::notification
