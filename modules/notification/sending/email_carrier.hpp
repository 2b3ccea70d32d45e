#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "net/mail.hpp"
#include "notification/sending/carrier.hpp"
#include "notification/sending/unsubscribe_links.hpp"

namespace caicach::notification
{

/// Letters by SMTP, over lines that stay open from letter to letter.
/// `bounce_address` is the operator's, or empty.
[[nodiscard]] std::unique_ptr<Carrier> make_email_carrier(std::string_view name,
                                                          const net::MailServer& server,
                                                          std::string bounce_address,
                                                          UnsubscribeLinks links);

/// "tra-lai+K7Q2M4D8PX@cchc.vn": where the letter comes back to (VERP); empty where the operator
/// named no such box.
[[nodiscard]] std::string envelope_from(std::string_view bounce_address, std::string_view code);

}  // namespace caicach::notification
