#pragma once
#include <optional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "personal_data/consent.hpp"
#include "personal_data/request.hpp"

namespace caicach::personal_data
{

struct OwnDataPage {
    std::vector<Choice> choices{};
    std::vector<DataRequest> requests{};
    std::vector<audit::LookLine> looks{};
    std::vector<const PersonalDataSection*> sections{};
    std::string kind{};  ///< of the form of a request, as typed
    std::string wish{};
    std::string contact{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response own_data_page(const Context& context, const OwnDataPage& page);

}  // namespace caicach::personal_data
