#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/flow/submission.hpp"

namespace caicach::report
{

struct ReceiptPage {
    Submission submission{};
    std::string form{};
    std::string period{};
    std::string agency{};
    std::string collector{};
    bool is_current{};  ///< no later one stands for it, and it was not sent back
};
[[nodiscard]] http::Response receipt_page(const Context& context, const ReceiptPage& page);

}  // namespace caicach::report
