#pragma once
#include "base/configuration.hpp"
#include "net/mail.hpp"

namespace caicach::app
{

/// The mail server of the configuration, off where none is named. invalid
/// "base.configuration.wrong" with every fault.
[[nodiscard]] Result<net::MailServer> mail_server_of(const Configuration& configuration);

}  // namespace caicach::app
