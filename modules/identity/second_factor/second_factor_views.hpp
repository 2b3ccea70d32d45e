#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/qr_code.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

/// What the pages of signing in and of one's own account share.
namespace caicach::identity
{

/// A secret on its way into an app.
struct ShownSecret {
    document::QrCode qr_code{};
    std::string typed{};  ///< "ABCD EFGH …", for who cannot point a camera at the page
    std::string label{};  ///< the name that the app will show
};
[[nodiscard]] Result<ShownSecret> shown_secret(const Context& context,
                                               const crypto::SealingKey& key,
                                               const Account& account, std::string_view sealed);

/// How to bring the secret into an app, in three steps, the last of which is the form.
void enrolment_steps(html::Writer& out, const Context& context, const ShownSecret& secret,
                     const web::Fault& fault, std::string_view action,
                     std::string_view submit_text);

struct RecoveryCodesPage {
    std::string person{};
    std::vector<std::string> codes{};
    std::string next_path{};
};
/// The codes, once: no address leads here again.
[[nodiscard]] http::Response recovery_codes_page(const Context& context,
                                                 const RecoveryCodesPage& page);

}  // namespace caicach::identity
