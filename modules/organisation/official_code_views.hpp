#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "organisation/official_code.hpp"

namespace caicach::organisation
{

/// The form as it was sent, with what is wrong with it.
struct OfficialCodeForm {
    std::string system{};
    std::string code{};
    std::string from{};
    std::string to{};
    std::optional<Error> error{};
};

/// What anybody reads on the page of an agency: its codes through time.
void official_code_list(html::Writer& out, const std::vector<OfficialCode>& codes);

struct OfficialCodeEditing {
    std::string_view agency_slug{};
    const std::vector<OfficialCode>& codes;
    const OfficialCodeForm& form;
};
/// Those that have not ended with a button to end each, and the form of one more.
void official_code_editing(html::Writer& out, const Context& context,
                           const OfficialCodeEditing& editing);

}  // namespace caicach::organisation
