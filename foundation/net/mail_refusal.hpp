#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

/// What a mail server's "no" is about. RFC 3463 (and RFC 5248, which lists what was added) gives
/// each answer a status of class, subject and detail: "5.1.1".
namespace caicach::net
{

enum class MailRefusal : std::uint8_t {
    address,  ///< nobody has it, and nobody will
    later,    ///< the box or a machine on the way, which may work again: it is the right address
    ours,     ///< who sends, or what: another letter, or another server's, may be taken
};

/// Of a status of class 5, for good. Nothing where it does not say what it is about (5.0.x), or is
/// none.
[[nodiscard]] std::optional<MailRefusal> refusal_of_status(std::string_view status);

/// Of what a server answers to a receiver: "550 5.1.1 nobody here" (RFC 2034). Where it gives no
/// status its three digits count, as RFC 5321, 4.2.3 and RFC 7504 have them. Nothing for what is
/// not for good.
[[nodiscard]] std::optional<MailRefusal> refusal_of_reply(std::string_view reply);

}  // namespace caicach::net
