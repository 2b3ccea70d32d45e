#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "net/mail.hpp"

namespace caicach
{

/// A gateway that takes text messages: Kannel's smsbox.
struct SmsGateway {
    std::string url{};  ///< "http://127.0.0.1:13013/cgi-bin/sendsms"; empty: none
    std::string user{};
    std::string password{};
    std::string sender{};      ///< brand name or number that the operator gave
    std::string report_url{};  ///< where this program is reached by the gateway; may be empty

    [[nodiscard]] bool is_on() const { return !url.empty(); }
};

/// An Official Account of Zalo, which sends forms that Zalo approved.
struct ZaloAccount {
    std::string app_id{};  ///< empty: none
    std::string app_secret{};
    std::string first_refresh_token{};  ///< used once; those that follow are kept sealed
    std::string token_url{};
    std::string message_url{};

    [[nodiscard]] bool is_on() const { return !app_id.empty(); }
};

/// What a channel that costs money may cost. Nothing is sent where no bound was named.
struct MessageBudget {
    std::int64_t price{};      ///< đồng for a message or a segment of one
    std::int64_t daily_max{};  ///< đồng; 0: nothing at all
};

/// How messages leave, as the operator says it. `Services::mail` is the first mail server.
struct Messaging {
    net::MailServer second_mail{};  ///< takes over where the first fails
    std::string bounce_address{};   ///< "tra-lai@cchc.vn": letters come back to tra-lai+CODE@…
    std::string bounce_folder{};    ///< Maildir where they arrive
    SmsGateway sms{};
    SmsGateway second_sms{};
    MessageBudget sms_budget{};
    ZaloAccount zalo{};
    MessageBudget zalo_budget{};
    bool is_trial{};                    ///< until the province goes live: only `guests` get any
    std::vector<std::string> guests{};  ///< addresses and numbers
};

}  // namespace caicach
