#pragma once
#include <memory>
#include <string_view>

#include "manifest/messaging.hpp"
#include "notification/sending/carrier.hpp"

namespace caicach::notification
{

/// Text messages by the HTTP interface of Kannel's smsbox (User's Guide, "Using the HTTP interface
/// to send SMS messages"). invalid "net.address_malformed" where its address is none.
[[nodiscard]] Result<std::unique_ptr<Carrier>> make_kannel_carrier(std::string_view name,
                                                                   const SmsGateway& gateway);

/// Where the gateway tells what became of the message: "…/tin-nhan/CODE/SECRET?ket-qua=%d"; Kannel
/// puts the number of the event in. Empty where it has nowhere to tell.
[[nodiscard]] std::string report_url(const SmsGateway& gateway, const Message& message);

}  // namespace caicach::notification
