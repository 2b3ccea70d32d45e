#pragma once
#include <string>

#include "base/time.hpp"

/// What people hear by mail of their passwords. Part of the module's door (api.hpp includes it);
/// notification makes letters of it, in the transaction that published it.
namespace caicach::identity
{

/// What a person is told who asked for a new password. The letter goes to the owner of the address
/// alone, so it may say how things are; the page that was asked says the same to everybody.
enum class ResetAnswer {
    way_in,           ///< a one-time address
    at_provider,      ///< has no password: signs in at the province's provider
    never_activated,  ///< has an invitation to take up first
    disabled,
};

struct PasswordResetAsked {
    ResetAnswer answer{};
    std::string person{};
    std::string to{};        ///< the user name, which is a mail address
    std::string address{};   ///< the whole one-time address; with way_in alone
    std::string expires{};   ///< "28/11/2026, 09:00"
    Instant expires_at{};    ///< the letter goes not later
    std::string provider{};  ///< its name; with at_provider alone
};

/// A new password took the place of an older one.
struct PasswordRenewed {
    std::string person{};
    std::string to{};  ///< the user name, which is a mail address
    std::string at{};  ///< "28/11/2026, 09:00"
    Instant expires_at{};
};

}  // namespace caicach::identity
