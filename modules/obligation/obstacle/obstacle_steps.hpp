#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "manifest/context.hpp"
#include "obligation/obstacle/obstacle_store.hpp"

/// What people do about obstacles. Each step is appended, and audited in the same transaction; each
/// text is at most limits::obstacle_length_max.
namespace caicach::obligation
{

/// Files that tell of an obstacle or answer it.
[[nodiscard]] const attachment::AttachmentUse& obstacle_use();

/// As a person fills it in.
struct NewObstacle {
    std::string kind{};  ///< name of an ObstacleKind
    std::string problem{};
    std::string wish{};
    std::string to{};  ///< code or name of an agency; empty: the one that coordinates the plan
};

/// forbidden for who may not raise obstacles of the owing agency; conflict "obligation.closed"
/// where nothing is owed any more, "obligation.obstacle.too_many"; invalid
/// "obligation.obstacle.kind" (kind), "….problem_missing" (problem), "….own_agency" (to), and what
/// agency_typed refuses.
[[nodiscard]] Result<Obstacle> raise_obstacle(Context& context, database::Transaction& transaction,
                                              const Obligation& obligation,
                                              const NewObstacle& wanted,
                                              const std::optional<attachment::KeptFile>& file);

/// Puts it to another agency. forbidden for who neither answers for the handling agency nor for the
/// coordinating one; what Obstacle::forward and agency_typed refuse; invalid
/// "obligation.obstacle.to_missing" (to).
[[nodiscard]] Result<void> forward_obstacle(Context& context, database::Transaction& transaction,
                                            Obstacle obstacle, const std::string& to,
                                            std::string_view note);
/// forbidden likewise; invalid "obligation.obstacle.text_missing" (text).
[[nodiscard]] Result<void> answer_obstacle(Context& context, database::Transaction& transaction,
                                           Obstacle obstacle, std::string_view text,
                                           const std::optional<attachment::KeptFile>& file);
/// forbidden for who may not raise obstacles of its agency; invalid
/// "obligation.obstacle.text_missing" (text).
[[nodiscard]] Result<void> ask_again(Context& context, database::Transaction& transaction,
                                     Obstacle obstacle, std::string_view text);
/// By its agency, which is helped or asks no longer, or by who coordinates the plan.
[[nodiscard]] Result<void> close_obstacle(Context& context, database::Transaction& transaction,
                                          Obstacle obstacle, std::string_view note);

/// Its agency's people, those of the agency that is to answer, and those who watch the plan.
[[nodiscard]] Result<bool> may_see(const Context& context, database::Transaction& transaction,
                                   const Obstacle& obstacle);

/// What the reader may do about it now.
struct ObstacleRights {
    bool may_answer{};  ///< and forward
    bool may_ask_again{};
    bool may_close{};
};
[[nodiscard]] Result<ObstacleRights> rights_of(const Context& context,
                                               database::Transaction& transaction,
                                               const Obstacle& obstacle);

/// Before a file is taken in: forbidden unless the person may answer the obstacle.
[[nodiscard]] Result<void> require_answering(const Context& context,
                                             database::Transaction& transaction,
                                             const Obstacle& obstacle);

/// Hears attachment::FileAsked: who may see the obstacle may read its files.
[[nodiscard]] Result<void> answer_for_obstacle_file(Context& context,
                                                    database::Transaction& transaction,
                                                    const attachment::FileAsked& asked);

}  // namespace caicach::obligation
