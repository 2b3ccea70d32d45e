#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "personal_data/clocks.hpp"
#include "personal_data/request.hpp"

namespace caicach::personal_data
{

struct RequestsPage {
    bool is_answered{};
    std::vector<DataRequest> requests{};  ///< of this page of the list
    std::size_t first{};                  ///< how many stand before it
    std::size_t found{};                  ///< in all
    std::size_t overdue{};
};
[[nodiscard]] http::Response requests_page(const Context& context, const RequestsPage& page);

struct NewRequestPage {
    std::string kind{};
    std::string asker{};
    std::string contact{};
    std::string wish{};
    std::string received_on{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response new_request_page(const Context& context, const NewRequestPage& page);

/// What was typed into the forms of a request that were refused.
struct TypedStep {
    std::string answer{};
    std::string outcome{};
    std::string name{};
    std::string user_name{};
    std::string until{};
    std::string reason{};
};
struct RequestPage {
    DataRequest request{};
    std::string agency{};
    TimeRule rule{};
    Date extendable_to{};
    bool may_answer{};
    std::vector<identity::PossibleSignature> signatures{};  ///< of the letter, once answered
    TypedStep typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response request_page(const Context& context, const RequestPage& page);

}  // namespace caicach::personal_data
