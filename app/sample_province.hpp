#pragma once
#include <string_view>

#include "app/system.hpp"

namespace caicach::app
{

/// The caicach.toml of a sample's data folder.
[[nodiscard]] std::string_view sample_configuration();

/// The agencies of an invented province, with what became of them. conflict "app.sample.not_empty"
/// where there are agencies already.
[[nodiscard]] Result<void> seed_sample_agencies(Context& context);

/// Its people, one for each role, at the agencies of that day.
[[nodiscard]] Result<void> seed_sample_people(Context& context, Date day);

/// The form of the sample's reports, of each quarter.
inline constexpr std::string_view sample_form = "par_quarter";
/// As the coordinator puts it in force on its page; its period opens when the program is started.
/// The other suggestions wait to be looked at.
[[nodiscard]] Result<void> put_sample_form_in_force(Context& context);

/// Agencies, people and two plans of an invented province: one read from a real .docx by the very
/// importer and put in force, one left under review; and the report of each quarter in force.
/// conflict "app.sample.not_empty" where there are agencies already.
[[nodiscard]] Result<void> fill_sample_province(System& system);

}  // namespace caicach::app
