#include "notification/sending/zalo_carrier.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/log.hpp"
#include "json/value.hpp"
#include "net/http_client.hpp"
#include "notification/sending/zalo_tokens.hpp"

namespace caicach::notification
{
namespace
{

// "Bảng mã lỗi" of Zalo's documentation of ZNS.
constexpr std::int64_t token_worthless = -124;
/// No Zalo at that number, cannot get any, refused by the person.
constexpr std::array<std::int64_t, 6> person_cannot{-108, -114, -118, -119, -139, -141};
/// An unknown fault, not at night, the quota of the day, too many at once.
constexpr std::array<std::int64_t, 6> come_later{-100, -32, -133, -115, -144, -147};

bool has(const auto& list, std::int64_t code)
{
    return std::ranges::find(list, code) != list.end();
}

constexpr int too_many = 429;
constexpr int unavailable = 503;

/// What is no answer of theirs comes from a machine between us: they may have taken the message.
Outcome outcome_of_answer(const net::HttpAnswer& answer)
{
    const auto value = json::parse(answer.body);
    if (!value || !(*value)["error"].is_number()) {
        const bool was_taken = answer.status != too_many && answer.status != unavailable;
        return {.status = was_taken ? Status::uncertain : Status::created,
                .error = was_taken ? "notification.zalo.unclear" : "notification.zalo.later",
                .blames_provider = true};
    }
    const auto code = (*value)["error"].as_integer();
    if (code == 0) return {.reference = std::string((*value)["data"]["msg_id"].as_string())};
    log::warning("zalo refused a message", {{"code", code}});
    if (code == token_worthless || has(come_later, code)) {
        return {
            .status = Status::created, .error = "notification.zalo.later", .blames_provider = true};
    }
    if (has(person_cannot, code))
        return {.status = Status::permanent_failure, .error = "notification.zalo.refused"};
    return {.status = Status::technical_failure, .error = "notification.zalo.form_wrong"};
}

class ZaloCarrier final : public Carrier
{
public:
    ZaloCarrier(Context& context, std::string token, net::HttpClient client)
        : m_context(context), m_token(std::move(token)), m_client(std::move(client))
    {
    }

    [[nodiscard]] std::string_view name() const override { return "zalo.main"; }

    [[nodiscard]] Outcome hand_over(const Message& message) override
    {
        const auto form = json::parse(message.variables);
        auto body = json::Value::object().set("phone", message.address);
        if (form)
            for (const auto& [name, value] : form->members()) body.set(name, value);
        body.set("tracking_id", message.code);
        const auto answer = m_client.send({.url = m_context.services().messaging.zalo.message_url,
                                           .json = json::dump(body),
                                           .headers = {{.name = "access_token", .value = m_token}},
                                           .must_not_repeat = true});
        if (!answer) return outcome_of(answer.error());
        const auto value = json::parse(answer->body);
        if (value && (*value)["error"].as_integer() == token_worthless) {
            const auto dropped = drop_zalo_access(m_context);
            if (!dropped) log::warning("zalo token stays", {{"key", dropped.error().key}});
        }
        return outcome_of_answer(*answer);
    }

private:
    Context& m_context;
    std::string m_token;
    net::HttpClient m_client;
};

}  // namespace

Result<std::unique_ptr<Carrier>> make_zalo_carrier(Context& context)
{
    const auto& account = context.services().messaging.zalo;
    auto client = TRY(net::HttpClient::create({.origins = {account.message_url}}));
    auto token = TRY(zalo_access_token(context));
    return std::make_unique<ZaloCarrier>(context, std::move(token), std::move(client));
}

}  // namespace caicach::notification
