#include "notification/sending/carrier.hpp"

#include <utility>

#include "notification/sending/email_carrier.hpp"
#include "notification/sending/kannel_carrier.hpp"
#include "notification/sending/zalo_carrier.hpp"

namespace caicach::notification
{

namespace
{

Result<void> add_mail_server(Carriers& carriers, std::string_view name,
                             const net::MailServer& server, const Services& services)
{
    if (!server.is_on()) return {};
    auto links = TRY(UnsubscribeLinks::open(services));
    carriers.push_back(
        make_email_carrier(name, server, services.messaging.bounce_address, std::move(links)));
    return {};
}

Result<void> add_gateway(Carriers& carriers, std::string_view name, const SmsGateway& gateway)
{
    if (!gateway.is_on()) return {};
    auto carrier = TRY(make_kannel_carrier(name, gateway));
    carriers.push_back(std::move(carrier));
    return {};
}

}  // namespace

Outcome outcome_of(const Error& error)
{
    switch (error.kind) {
        case Failure::unavailable:
            return {.status = Status::created, .error = error.key, .blames_provider = true};
        case Failure::conflict:
            return {.status = Status::uncertain, .error = error.key, .blames_provider = true};
        case Failure::invalid:
            return {.status = Status::permanent_failure, .error = error.key};
        case Failure::forbidden:
            return {.status = Status::technical_failure, .error = error.key, .refuses_us = true};
        default:
            return {.status = Status::technical_failure, .error = error.key};
    }
}

Result<Carriers> carriers_of(Context& context, Channel channel)
{
    const auto& services = context.services();
    const auto& messaging = services.messaging;
    Carriers carriers;
    if (channel == Channel::email) {
        TRY(add_mail_server(carriers, "email.main", services.mail, services));
        TRY(add_mail_server(carriers, "email.second", messaging.second_mail, services));
    }
    if (channel == Channel::sms) {
        TRY(add_gateway(carriers, "sms.main", messaging.sms));
        TRY(add_gateway(carriers, "sms.second", messaging.second_sms));
    }
    if (channel == Channel::zalo && is_on(services, channel)) {
        auto carrier = TRY(make_zalo_carrier(context));
        carriers.push_back(std::move(carrier));
    }
    return carriers;
}

bool is_on(const Services& services, Channel channel)
{
    const auto& messaging = services.messaging;
    switch (channel) {
        case Channel::in_app:
            return true;
        case Channel::email:
            return services.mail.is_on() || messaging.second_mail.is_on();
        case Channel::sms:
            return messaging.sms.is_on() || messaging.second_sms.is_on();
        case Channel::zalo:
            return messaging.zalo.is_on();
    }
    return false;
}

}  // namespace caicach::notification
