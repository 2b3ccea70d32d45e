#pragma once
#include <string_view>
#include <vector>

#include "base/network.hpp"
#include "base/rate.hpp"

namespace caicach::http
{

/// A limit with its name; all its rates hold at once. Without rates it limits nothing.
///
/// Each rate is a bucket: full at first, it gives `count` at once, and fills again evenly within
/// `seconds` (the generic cell rate algorithm). So whoever waits is let in again soon, a little at
/// a time, and no clock strikes at which everybody comes back.
struct RatePolicy {
    std::string_view name{};  ///< a constant: letters, digits and hyphens, as headers show it
    std::vector<Rate> rates{};
};

/// The limits of one installation. The defaults are those of `[limits]` in the settings; what came
/// from where is told in docs/operate/limits.md.
struct RatePolicies {
    /// Who is not signed in and asks the API, by address. Pages for everybody are not counted: they
    /// are cached, and cheap.
    RatePolicy anonymous{"anonymous", {{300, 5 * 60}, {50, 10}}};
    /// Who is signed in, wherever: whole agencies sit behind one address.
    RatePolicy person{"person", {{1500, 5 * 60}}};
    RatePolicy token{"token", {{300, 5 * 60}}};
    /// A token that works from named addresses alone, as machines use it.
    RatePolicy machine{"machine", {{600, 60}}};
    /// The most that such a token may be given as its own.
    RatePolicy machine_most{"machine-most", {{3000, 60}}};
    RatePolicy upload{"upload", {{30, 30 * 60}}};
    /// Codes and secrets in addresses that led to nothing: those who know theirs are not counted.
    RatePolicy code{"code", {{60, 60 * 60}, {10, 60}}};
    /// One-time ways to a new password, for one account.
    RatePolicy slip{"slip", {{5, 30 * 60}}};
    /// Letters to those who forgot a password, asked for by an address; `slip` bounds those to one
    /// person.
    RatePolicy reset_address{"reset-address", {{25, 5 * 60}}};
    /// Sign-ins that failed. Who counts them makes the wait after the second kind double.
    RatePolicy sign_in_address{"sign-in-address", {{25, 5 * 60}}};
    RatePolicy sign_in_account{"sign-in-account", {{10, 60 * 60}}};

    /// The outward addresses of agencies: not counted by address. Guessing codes still is.
    std::vector<Network> trusted_networks{};
};

}  // namespace caicach::http
