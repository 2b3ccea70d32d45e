#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/offered_names.hpp"
#include "organisation/reorganisation_form.hpp"

namespace caicach::organisation
{

/// Decisions, each with who passes on to whom; `about` (0: nobody) is not linked to itself.
void reorganisation_list(html::Writer& out, std::span<const RecordedReorganisation> decisions,
                         AgencyId about = {});

struct ReorganisationsPage {
    std::vector<RecordedReorganisation> decisions{};
    bool may_manage{};
};
[[nodiscard]] http::Response reorganisations_page(const Context& context,
                                                  const ReorganisationsPage& page);

[[nodiscard]] http::Response kinds_page(const Context& context);

struct ReorganisationFormPage {
    ReorganisationForm form{};
    OfferedNames offered{};
    std::optional<Consequence> consequence{};  ///< of what is filled in, not yet done
    std::optional<Error> error{};
};
[[nodiscard]] http::Response reorganisation_form_page(const Context& context,
                                                      const ReorganisationFormPage& page);

}  // namespace caicach::organisation
