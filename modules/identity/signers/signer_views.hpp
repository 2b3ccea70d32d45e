#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "identity/signers/signing.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] inline std::string signers_path() { return "/nguoi-ky"; }
[[nodiscard]] std::string signers_path(const organisation::AgencySummary& agency);
[[nodiscard]] inline std::string signer_ends_path() { return "/nguoi-ky/ket-thuc"; }

struct SignersPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the actor may choose
    std::vector<Signer> signers{};
    std::vector<SigningForm> forms{};
    bool may_change{};
    http::Form form{};
    std::optional<Signer> preview{};  ///< what the form would make
};
[[nodiscard]] http::Response signers_page(const Context& context, const SignersPage& page);

}  // namespace caicach::identity
