#pragma once
#include <string>
#include <string_view>

#include "obligation/paths.hpp"

namespace caicach::obligation
{

/// All parts of an obligation, agreed or not; takes a new proposal, too.
[[nodiscard]] inline std::string division_path(std::string_view task_code)
{
    return task_path(task_code) + "/phan-cong";
}
[[nodiscard]] inline std::string division_export_path(std::string_view task_code)
{
    return division_path(task_code) + ".csv";
}
/// Nudges those that owe a part of it.
[[nodiscard]] inline std::string division_nudge_path(std::string_view task_code)
{
    return division_path(task_code) + "/nhac";
}
/// What was proposed to one's agency, and by it.
[[nodiscard]] inline std::string proposals_path() { return "/phan-viec"; }
/// Those whose answer it waits for.
[[nodiscard]] inline std::string awaited_proposals_path()
{
    return proposals_path() + "?muc=da-gui";
}
[[nodiscard]] inline std::string proposals_export_path() { return proposals_path() + ".csv"; }
[[nodiscard]] inline std::string proposal_path(std::string_view code)
{
    return proposals_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string agreement_path(std::string_view code)
{
    return proposal_path(code) + "/dong-y";
}
/// Who owes the whole proposes again; who is to cooperate proposes otherwise.
[[nodiscard]] inline std::string proposal_again_path(std::string_view code)
{
    return proposal_path(code) + "/de-nghi";
}
[[nodiscard]] inline std::string counter_path(std::string_view code)
{
    return proposal_path(code) + "/de-nghi-khac";
}
[[nodiscard]] inline std::string refusal_path(std::string_view code)
{
    return proposal_path(code) + "/khong-nhan";
}
[[nodiscard]] inline std::string proposal_withdrawal_path(std::string_view code)
{
    return proposal_path(code) + "/rut";
}

}  // namespace caicach::obligation
