#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

/// What the page of an obligation shows of who does it.
struct AssignmentPart {
    std::string officer{};                    ///< who does it; empty: nobody in particular
    std::vector<identity::Account> people{};  ///< to choose from; empty: who reads may not assign
    bool has_later{};                         ///< the same is owed in later periods, too
};
void assignment_form(html::Writer& out, const Context& context, const Obligation& obligation,
                     const AssignmentPart& part, const web::Fault& fault);

}  // namespace caicach::obligation
