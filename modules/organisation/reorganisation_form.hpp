#pragma once
#include <array>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "organisation/limits.hpp"
#include "organisation/reorganisation.hpp"

/// A decision as people type it: agencies by name, shares in percent.
namespace caicach::organisation
{

struct HeirRow {
    std::string agency{};
    std::string share{};  ///< "33,33"
};

struct ReorganisationForm {
    ReorganisationKind kind{};
    std::string day{};
    std::string document{};
    std::string subject{};
    std::vector<std::string> merged{};
    std::array<HeirRow, limits::heir_rows> heirs{};
    std::string names_to{};
    std::string name{};
    std::string short_name{};
    std::vector<std::string> moved{};
    std::string sought{};  ///< a name looked for meanwhile
};

/// The name of a field in row `row` (from 0): "heir_1".
[[nodiscard]] std::string heir_field(std::size_t row);
[[nodiscard]] std::string share_field(std::size_t row);

/// As it came, to fill the form in again. The kind is the query's or the form's `loai`; what is no
/// kind answers not_found.
[[nodiscard]] Result<ReorganisationForm> form_in(const http::Request& request);

/// invalid "organisation.reorganisation.unknown" where a name means no agency on the day, or
/// several, and "….share" for what is no percentage; with the field of the form.
[[nodiscard]] Result<Reorganisation> decision_in(database::Transaction& transaction,
                                                 const http::Request& request,
                                                 const ReorganisationForm& form);

}  // namespace caicach::organisation
