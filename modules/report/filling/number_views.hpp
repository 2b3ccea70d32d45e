#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/filling/filled.hpp"

namespace caicach::report
{

/// Whose facts a number is made of.
struct NumberOrigin {
    std::string agency{};
    std::int64_t amount{};
    int share{};  ///< in ten-thousandths
};

struct NumberPage {
    Filled filled{};
    std::string key{};     ///< of the indicator
    std::string agency{};  ///< name
    std::string figure{};  ///< what is counted, in the words of who counts it
    std::vector<NumberOrigin> origins{};
};
[[nodiscard]] http::Response number_page(const Context& context, const NumberPage& page);

}  // namespace caicach::report
