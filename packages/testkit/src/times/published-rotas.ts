import { PublishedRota } from './published-rota'
import { emergencyRotas } from './rotas-emergency'
import { eightHourRotas } from './rotas-eight-hours'
import { longSwingRotas } from './rotas-long-swings'
import { twelveHourRotas } from './rotas-twelve-hours'

export const publishedRotas: readonly PublishedRota[] = [...twelveHourRotas, ...longSwingRotas, ...eightHourRotas, ...emergencyRotas]
