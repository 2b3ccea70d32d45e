#include "app/reference.hpp"

#include <utility>

#include "app/commands.hpp"
#include "attachment/reference_files.hpp"
#include "channel/reference_files.hpp"
#include "evidence/reference_files.hpp"
#include "identity/reference_files.hpp"
#include "newsroom/reference_files.hpp"
#include "notification/reference_files.hpp"
#include "obligation/reference_files.hpp"
#include "outgoing/reference_files.hpp"
#include "personal_data/reference_files.hpp"
#include "plan/reference_files.hpp"
#include "report/reference_files.hpp"

namespace caicach::app
{

std::vector<text::ReferenceFile> reference_files()
{
    std::vector<text::ReferenceFile> all;
    for (const auto files :
         {attachment::reference_files(), channel::reference_files(), evidence::reference_files(),
          identity::reference_files(), newsroom::reference_files(), notification::reference_files(),
          obligation::reference_files(), outgoing::reference_files(),
          personal_data::reference_files(), plan::reference_files(), report::reference_files()})
        all.insert(all.end(), files.begin(), files.end());
    return all;
}

std::string reference_folder(const std::string& data_folder) { return data_folder + "/reference"; }

Result<std::vector<std::string>> use_references(const std::string& data_folder)
{
    auto found = text::use_own_references(reference_folder(data_folder), reference_files());
    if (found.faults.empty()) return std::move(found.names);
    std::vector<std::string> problems;
    problems.reserve(found.faults.size());
    for (const auto& [path, error] : found.faults)
        problems.push_back(path + ": " + in_words(error));
    return failure(Failure::invalid, "base.configuration.wrong", {}, std::move(problems));
}

}  // namespace caicach::app
