#!/usr/bin/env python3
"""Writes tests/data/pytorch-trajectories.csv and tests/data/pytorch-schedules.csv with PyTorch itself.

The files were made by PyTorch 1.13 (Debian 12's python3-torch). Run from the project's root; needed only to make
them anew. Trajectories: Himmelblau's function from (-1.5, 1.5), 300 steps, double precision. Every case is checked to
forget a tiny change of its start, so that rounding cannot grow into a difference.
"""

import csv

import torch
from torch import optim
from torch.optim import lr_scheduler

torch.set_default_dtype(torch.float64)


class DocumentedNAdam:
    """NAdam by the formulas of PyTorch's documentation: the code of 1.13 counts a factor twice, fixed in 2.0."""

    def __init__(self, params, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        (self.p,) = params
        self.lr, self.betas, self.eps = lr, betas, eps
        self.weight_decay, self.momentum_decay = weight_decay, momentum_decay
        self.t, self.product = 0, 1.0
        self.m = self.v = torch.zeros(2)

    def zero_grad(self):
        self.p.grad = None

    def mu(self, t):
        return self.betas[0] * (1 - 0.5 * 0.96 ** (t * self.momentum_decay))

    @torch.no_grad()
    def step(self):
        beta1, beta2 = self.betas
        g = self.p.grad + self.weight_decay * self.p
        self.t += 1
        self.product *= self.mu(self.t)
        self.m = beta1 * self.m + (1 - beta1) * g
        self.v = beta2 * self.v + (1 - beta2) * g**2
        mu_next = self.mu(self.t + 1)
        m_hat = mu_next * self.m / (1 - self.product * mu_next)
        m_hat = m_hat + (1 - self.mu(self.t)) * g / (1 - self.product)
        v_hat = self.v / (1 - beta2**self.t)
        self.p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)


CASES = {
    "sgd": (optim.SGD, dict(lr=1e-3)),
    "sgd-momentum": (optim.SGD, dict(lr=2e-4, momentum=0.9)),
    "sgd-dampening": (optim.SGD, dict(lr=5e-4, momentum=0.9, dampening=0.5, weight_decay=0.1)),
    "sgd-nesterov": (optim.SGD, dict(lr=2e-4, momentum=0.9, nesterov=True)),
    "adagrad": (optim.Adagrad, dict(lr=0.1)),
    "adagrad-decay": (
        optim.Adagrad,
        dict(lr=0.2, lr_decay=0.01, weight_decay=0.1, initial_accumulator_value=0.5),
    ),
    "adadelta": (optim.Adadelta, dict(lr=1.0)),
    "adadelta-decay": (optim.Adadelta, dict(lr=5.0, rho=0.8, eps=1e-4, weight_decay=0.1)),
    "rmsprop": (optim.RMSprop, dict(lr=0.01)),
    "rmsprop-centred": (
        optim.RMSprop,
        dict(lr=0.002, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.1),
    ),
    "adam": (optim.Adam, dict(lr=0.02)),
    "adam-decay": (optim.Adam, dict(lr=0.05, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.1)),
    "amsgrad": (optim.Adam, dict(lr=0.02, amsgrad=True)),
    "adamw": (optim.AdamW, dict(lr=0.02)),
    "adamax": (optim.Adamax, dict(lr=0.02)),
    "nadam": (DocumentedNAdam, dict(lr=0.02)),
    "nadam-decay": (DocumentedNAdam, dict(lr=0.05, weight_decay=0.1, momentum_decay=0.02)),
    "radam": (optim.RAdam, dict(lr=1e-3)),
    "radam-decay": (optim.RAdam, dict(lr=1e-3, betas=(0.8, 0.9), weight_decay=0.1)),
}

SCHEDULES = {
    "step": lambda o: lr_scheduler.StepLR(o, step_size=30, gamma=0.5),
    "exponential": lambda o: lr_scheduler.ExponentialLR(o, gamma=0.97),
    "cosine": lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=100, eta_min=0.001),
    "cosine-restarts": lambda o: lr_scheduler.CosineAnnealingWarmRestarts(
        o, T_0=10, T_mult=2, eta_min=0.001
    ),
    "one-cycle": lambda o: lr_scheduler.OneCycleLR(
        o, max_lr=0.1, total_steps=100, cycle_momentum=False
    ),
}


def trajectory(make, options, shift=0.0):
    p = torch.tensor([-1.5 + shift, 1.5], requires_grad=True)
    optimizer = make([p], **options)
    path = []
    for step in range(1, 301):
        optimizer.zero_grad()
        loss = (p[0] ** 2 + p[1] - 11) ** 2 + (p[0] + p[1] ** 2 - 7) ** 2
        loss.backward()
        optimizer.step()
        path.append((step, p[0].item(), p[1].item()))
    return path


def robust_trajectory(case, make, options):
    path = trajectory(make, options)
    shifted = trajectory(make, options, shift=1e-13)
    worst = max(abs(a - b) for one, other in zip(path, shifted) for a, b in zip(one, other))
    assert worst < 1e-11, f"{case} is too sensitive: {worst}"
    return path


def rates(make):
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    schedule = make(optimizer)
    for step in range(100):
        yield step, schedule.get_last_lr()[0]
        optimizer.step()
        if step < 99:
            schedule.step()


def write(name, header, rows):
    with open(f"tests/data/{name}", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


write(
    "pytorch-trajectories.csv",
    ["case", "step", "x", "y"],
    [
        [case, step, repr(x), repr(y)]
        for case, (make, options) in CASES.items()
        for step, x, y in robust_trajectory(case, make, options)
        if step <= 5 or step % 10 == 0
    ],
)
write(
    "pytorch-schedules.csv",
    ["case", "step", "rate"],
    [[case, step, repr(rate)] for case, make in SCHEDULES.items() for step, rate in rates(make)],
)
